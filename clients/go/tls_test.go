package holdfast_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"errors"

	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

// A certificate of its own authority: files for the client, and a pair for the server.
func certificate(t *testing.T, name string) (certFile, keyFile string, pair tls.Certificate) {
	t.Helper()
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))(t)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
		KeyUsage:    x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
		ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
	}
	der := must(x509.CreateCertificate(rand.Reader, template, template, key.Public(), key))(t)
	certPEM := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
	keyPEM := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: must(x509.MarshalPKCS8PrivateKey(key))(t)})
	folder := t.TempDir()
	certFile, keyFile = filepath.Join(folder, "cert.pem"), filepath.Join(folder, "key.pem")
	for file, text := range map[string][]byte{certFile: certPEM, keyFile: keyPEM} {
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return certFile, keyFile, must(tls.X509KeyPair(certPEM, keyPEM))(t)
}

func TestTLSBothWays(t *testing.T) {
	serverCert, _, serverPair := certificate(t, "daemon.test")
	clientCert, clientKey, _ := certificate(t, "agent.test")
	strangerCert, strangerKey, _ := certificate(t, "stranger.test")
	clients := x509.NewCertPool()
	clients.AppendCertsFromPEM(must(os.ReadFile(clientCert))(t))
	server := &scripted{}
	address := server.serve(t, grpc.Creds(credentials.NewTLS(&tls.Config{
		Certificates: []tls.Certificate{serverPair}, ClientAuth: tls.RequireAndVerifyClientCert, ClientCAs: clients,
	})))
	ours := holdfast.TLS{CAFile: serverCert, CertFile: clientCert, KeyFile: clientKey, ServerName: "daemon.test"}
	wrongName, wrongCA, stranger, nobody := ours, ours, ours, ours
	wrongName.ServerName = "other.test"
	wrongCA.CAFile = clientCert
	stranger.CertFile, stranger.KeyFile = strangerCert, strangerKey
	nobody.CertFile, nobody.KeyFile = "", ""
	put := func(options holdfast.Options) error {
		options.Address, options.FailFast, options.Token = address, true, "hf_a_b"
		_, err := connect(t, nil, options).State.PutState(testContext(t), &pb.PutStateRequest{})
		return err
	}
	if err := put(holdfast.Options{TLS: &ours}); err != nil {
		t.Error(err)
	}
	if got := server.headers[0].Get("authorization"); len(got) != 1 || got[0] != "Bearer hf_a_b" {
		t.Error(got)
	}
	for name, one := range map[string]*holdfast.TLS{"name": &wrongName, "authority": &wrongCA, "stranger": &stranger, "nobody": &nobody} {
		if err := put(holdfast.Options{TLS: one}); !errors.Is(err, holdfast.ErrUnavailable) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if len(server.headers) != 1 {
		t.Errorf("%d calls arrived", len(server.headers))
	}
	t.Setenv("HOLDFAST_TLS_CA", serverCert)
	t.Setenv("HOLDFAST_TLS_CERT", clientCert)
	t.Setenv("HOLDFAST_TLS_KEY", clientKey)
	// The environment names no server name, and the address is none of the certificate's.
	if err := put(holdfast.Options{}); !errors.Is(err, holdfast.ErrUnavailable) {
		t.Error(err)
	}
}

func TestTLSFilesThatCannotBeUsedAreRefused(t *testing.T) {
	cert, key, _ := certificate(t, "daemon.test")
	for name, one := range map[string]holdfast.Options{
		"no file":        {Address: "127.0.0.1:1", TLS: &holdfast.TLS{CAFile: "/nowhere.pem"}},
		"no certificate": {Address: "127.0.0.1:1", TLS: &holdfast.TLS{CAFile: key}},
		"only one":       {Address: "127.0.0.1:1", TLS: &holdfast.TLS{CertFile: cert}},
		"swapped":        {Address: "127.0.0.1:1", TLS: &holdfast.TLS{CertFile: key, KeyFile: cert}},
		"Unix socket":    {Address: "unix:/x.sock", TLS: &holdfast.TLS{CAFile: cert}},
		"no address":     {Address: "somewhere"},
	} {
		if _, err := holdfast.New(one); !errors.Is(err, holdfast.ErrInvalidRequest) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
