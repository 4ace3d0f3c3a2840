package holdfast

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"time"

	"google.golang.org/grpc"
	grpcbackoff "google.golang.org/grpc/backoff"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

const maxMessageBytes = 64 << 20

// Secret is a string that never shows in what is printed, logged or encoded. string(secret) gives it.
type Secret string

// Format prints "[secret]" for every verb.
func (Secret) Format(state fmt.State, _ rune) { _, _ = state.Write([]byte("[secret]")) }

// MarshalText encodes "[secret]".
func (Secret) MarshalText() ([]byte, error) { return []byte("[secret]"), nil }

// TLS says how to know the daemon, and how it knows us.
type TLS struct {
	// CAFile holds the authorities that the daemon's certificate may come from (PEM); empty = the system's.
	CAFile string
	// CertFile and KeyFile are ours, for a daemon that asks for one (mTLS); both or neither.
	CertFile, KeyFile string
	// ServerName is the name in the daemon's certificate, where it is not the address's host.
	ServerName string
}

func defaultAddress() string {
	if address := os.Getenv("HOLDFAST_ADDRESS"); address != "" {
		return address
	}
	state := os.Getenv("XDG_STATE_HOME")
	if state == "" {
		home, _ := os.UserHomeDir()
		state = filepath.Join(home, ".local", "state")
	}
	return "unix:" + filepath.Join(state, "holdfast", "holdfast.sock")
}

func tlsFromEnvironment() *TLS {
	found := TLS{
		CAFile:   os.Getenv("HOLDFAST_TLS_CA"),
		CertFile: os.Getenv("HOLDFAST_TLS_CERT"),
		KeyFile:  os.Getenv("HOLDFAST_TLS_KEY"),
	}
	if found == (TLS{}) {
		return nil
	}
	return &found
}

// The socket of "unix:PATH", "unix:///PATH" and "/PATH"; empty for HOST:PORT.
func socketPath(address string) string {
	if path, found := strings.CutPrefix(address, "unix:"); found {
		if absolute, found := strings.CutPrefix(path, "//"); found {
			return absolute
		}
		return path
	}
	if strings.HasPrefix(address, "/") {
		return address
	}
	return ""
}

// The target, and how it is reached: a Unix socket or TCP, with TLS or plain, with the token if there is one.
func connection(address string, given *TLS, token Secret) (string, []grpc.DialOption, error) {
	options := []grpc.DialOption{
		// Retries are made by the caller, which knows what is safe.
		grpc.WithDisableRetry(),
		grpc.WithDisableServiceConfig(),
		grpc.WithNoProxy(),
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff:           grpcbackoff.Config{BaseDelay: firstBackoff, Multiplier: 1.6, Jitter: 0.2, MaxDelay: 500 * time.Millisecond},
			MinConnectTimeout: 5 * time.Second,
		}),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(maxMessageBytes), grpc.MaxCallSendMsgSize(maxMessageBytes)),
	}
	if err := checkToken(token); err != nil {
		return "", nil, err
	}
	if token != "" {
		options = append(options, grpc.WithPerRPCCredentials(&bearer{token}))
	}
	if path := socketPath(address); path != "" {
		if given != nil {
			return "", nil, refuse("INVALID_FIELD", "tls", "a Unix socket has no TLS: leave TLS out, or name HOST:PORT")
		}
		// A dialer of our own, because a path is no URL: it may hold "%" and "?".
		dial := func(ctx context.Context, _ string) (net.Conn, error) {
			return (&net.Dialer{}).DialContext(ctx, "unix", path)
		}
		options = append(options, grpc.WithContextDialer(dial), grpc.WithTransportCredentials(insecure.NewCredentials()))
		return "passthrough:///localhost", options, nil
	}
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return "", nil, refuse("INVALID_FIELD", "address", "must be unix:PATH, /PATH or HOST:PORT, not %q", address)
	}
	if given == nil {
		given = tlsFromEnvironment()
	}
	if given == nil {
		if token != "" && !isLoopback(host) {
			return "", nil, refuse("INVALID_FIELD", "token",
				"is not sent in the clear to %s: use TLS, a loopback address or a Unix socket", host)
		}
		return "dns:///" + address, append(options, grpc.WithTransportCredentials(insecure.NewCredentials())), nil
	}
	config, err := given.config()
	if err != nil {
		return "", nil, err
	}
	return "dns:///" + address, append(options, grpc.WithTransportCredentials(credentials.NewTLS(config))), nil
}

func (t *TLS) config() (*tls.Config, error) {
	config := &tls.Config{ServerName: t.ServerName, MinVersion: tls.VersionTLS12}
	if t.CAFile != "" {
		pem, err := os.ReadFile(t.CAFile)
		if err != nil {
			return nil, refuse("INVALID_FIELD", "tls.ca_file", "cannot be read: %v", err)
		}
		config.RootCAs = x509.NewCertPool()
		if !config.RootCAs.AppendCertsFromPEM(pem) {
			return nil, refuse("INVALID_FIELD", "tls.ca_file", "%s holds no certificate", t.CAFile)
		}
	}
	if (t.CertFile == "") != (t.KeyFile == "") {
		return nil, refuse("INVALID_FIELD", "tls.cert_file", "needs tls.key_file, and the other way round")
	}
	if t.CertFile != "" {
		pair, err := tls.LoadX509KeyPair(t.CertFile, t.KeyFile)
		if err != nil {
			return nil, refuse("INVALID_FIELD", "tls.cert_file", "cannot be used: %v", err)
		}
		config.Certificates = []tls.Certificate{pair}
	}
	return config, nil
}

func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}

// What no header can hold is refused here, because gRPC's own refusal would quote it.
func checkToken(token Secret) error {
	for _, char := range []byte(token) {
		if char <= ' ' || char > '~' {
			return refuse("INVALID_FIELD", "token", "holds a character that no token has, such as white space")
		}
	}
	return nil
}

// Sends the token with every call. Where it may be sent at all was decided before.
type bearer struct{ token Secret }

func (b *bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(b.token)}, nil
}

func (*bearer) RequireTransportSecurity() bool { return false }
