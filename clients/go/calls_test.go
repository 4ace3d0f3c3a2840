package holdfast_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

var uuidv7 = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// A server that answers PutState by a script: what a daemon says in the rare moments that a retry is about.
type scripted struct {
	pb.UnimplementedStateServer
	mutex    sync.Mutex
	script   []error
	requests []*pb.PutStateRequest
	headers  []metadata.MD
}

func (s *scripted) PutState(ctx context.Context, request *pb.PutStateRequest) (*pb.PutStateResponse, error) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	header, _ := metadata.FromIncomingContext(ctx)
	s.requests, s.headers = append(s.requests, request), append(s.headers, header)
	if call := len(s.requests) - 1; call < len(s.script) && s.script[call] != nil {
		return nil, s.script[call]
	}
	return &pb.PutStateResponse{Version: 1}, nil
}

func (s *scripted) serve(t testing.TB, options ...grpc.ServerOption) (address string) {
	t.Helper()
	listener := must(net.Listen("tcp", "127.0.0.1:0"))(t)
	server := grpc.NewServer(options...)
	pb.RegisterStateServer(server, s)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return listener.Addr().String()
}

// A refusal as the daemon makes them; a retry below zero means that there is no RetryInfo.
func refusal(code codes.Code, reason string, retry time.Duration) error {
	details := []proto.Message{
		&errdetails.ErrorInfo{Reason: reason, Domain: "holdfast", Metadata: map[string]string{"limit": "5"}},
		&errdetails.BadRequest{FieldViolations: []*errdetails.BadRequest_FieldViolation{{Field: "document"}}},
	}
	if retry >= 0 {
		details = append(details, &errdetails.RetryInfo{RetryDelay: durationpb.New(retry)})
	}
	failed := status.New(code, "told by the script")
	for _, detail := range details {
		failed, _ = failed.WithDetails(detail.(interface {
			proto.Message
			Reset()
			String() string
			ProtoMessage()
		}))
	}
	return failed.Err()
}

func TestWhatIsRepeatedAndWhatIsNot(t *testing.T) {
	full := refusal(codes.ResourceExhausted, "DISK_FULL", 0)
	for name, one := range map[string]struct {
		script   []error
		failFast bool
		calls    int
		reason   string
	}{
		"away":              {script: []error{status.Error(codes.Unavailable, "away"), refusal(codes.Unavailable, "SHUTTING_DOWN", 0)}, calls: 3},
		"away, fail fast":   {script: []error{status.Error(codes.Unavailable, "away")}, failFast: true, calls: 1, reason: "UNAVAILABLE"},
		"stops, fail fast":  {script: []error{refusal(codes.Unavailable, "SHUTTING_DOWN", 0)}, failFast: true, calls: 2},
		"outcome unknown":   {script: []error{refusal(codes.Unknown, "OUTCOME_UNKNOWN", -1)}, calls: 2},
		"queue full":        {script: []error{refusal(codes.ResourceExhausted, "QUEUE_FULL", time.Millisecond)}, calls: 2},
		"too many":          {script: []error{refusal(codes.ResourceExhausted, "TOO_MANY", -1)}, calls: 1, reason: "TOO_MANY"},
		"disk full once":    {script: []error{full}, calls: 2},
		"disk full twice":   {script: []error{full, full}, calls: 2, reason: "DISK_FULL"},
		"conflict":          {script: []error{refusal(codes.Aborted, "VERSION_CONFLICT", -1)}, calls: 1, reason: "VERSION_CONFLICT"},
		"time is up":        {script: []error{status.Error(codes.DeadlineExceeded, "late")}, calls: 1, reason: "DEADLINE_EXCEEDED"},
		"broken":            {script: []error{refusal(codes.Internal, "INTERNAL", -1)}, calls: 1, reason: "INTERNAL"},
		"longer than there": {script: []error{refusal(codes.ResourceExhausted, "QUEUE_FULL", time.Hour)}, calls: 1, reason: "QUEUE_FULL"},
	} {
		t.Run(name, func(t *testing.T) {
			server := &scripted{script: one.script}
			client := connect(t, nil, holdfast.Options{Address: server.serve(t), FailFast: one.failFast})
			request := &pb.PutStateRequest{Name: "x"}
			_, err := client.State.PutState(testContext(t), request)
			var failed *holdfast.Error
			if one.reason == "" && err != nil || one.reason != "" && (!errors.As(err, &failed) || failed.Reason != one.reason) {
				t.Errorf("%v", err)
			}
			if len(server.requests) != one.calls {
				t.Errorf("%d calls, not %d", len(server.requests), one.calls)
			}
			for _, sent := range server.requests {
				if !uuidv7.MatchString(sent.GetRequestId()) || sent.GetRequestId() != server.requests[0].GetRequestId() {
					t.Errorf("request_id %q", sent.GetRequestId())
				}
			}
			if request.GetRequestId() != "" || request.GetAgentId() != "" {
				t.Error("the caller's request was written to")
			}
		})
	}
}

func TestErrorsTellAllThatTheDaemonTold(t *testing.T) {
	server := &scripted{script: []error{refusal(codes.ResourceExhausted, "TOO_MANY", 90*time.Second), status.Error(codes.DeadlineExceeded, "late")}}
	client := connect(t, nil, holdfast.Options{Address: server.serve(t)})
	_, err := client.State.PutState(testContext(t), &pb.PutStateRequest{RequestId: "mine"})
	var failed *holdfast.Error
	if !errors.As(err, &failed) {
		t.Fatal(err)
	}
	if failed.Reason != "TOO_MANY" || failed.Code != codes.ResourceExhausted || failed.Field != "document" || failed.Metadata["limit"] != "5" ||
		failed.RetryAfter != 90*time.Second || failed.RequestID != "mine" || failed.OutcomeUnknown || failed.Method != "holdfast.v1.State/PutState" {
		t.Errorf("%+v", failed)
	}
	if !errors.Is(err, holdfast.ErrResourceExhausted) || errors.Is(err, holdfast.ErrNotFound) || status.Code(err) != codes.ResourceExhausted {
		t.Error("it is not what it is")
	}
	_, err = client.State.PutState(testContext(t), &pb.PutStateRequest{})
	if !errors.As(err, &failed) || !failed.OutcomeUnknown || failed.RequestID == "" {
		t.Errorf("%+v", failed)
	}
	if !errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, holdfast.ErrDeadlineExceeded) {
		t.Error("it is no deadline")
	}
}

func TestAgentRequestIDAndEpochAreFilledInUnlessGiven(t *testing.T) {
	server := &scripted{}
	client := connect(t, nil, holdfast.Options{Address: server.serve(t), AgentID: "alpha", Epoch: 7})
	must(client.State.PutState(testContext(t), &pb.PutStateRequest{}))(t)
	must(client.State.PutState(testContext(t), &pb.PutStateRequest{AgentId: "beta", RequestId: "r", Epoch: 9}))(t)
	must(client.State.PutState(testContext(t), nil))(t)
	first, second, third := server.requests[0], server.requests[1], server.requests[2]
	if first.GetAgentId() != "alpha" || first.GetEpoch() != 7 || !uuidv7.MatchString(first.GetRequestId()) {
		t.Error(first)
	}
	if second.GetAgentId() != "beta" || second.GetEpoch() != 9 || second.GetRequestId() != "r" {
		t.Error(second)
	}
	if third.GetAgentId() != "alpha" || third.GetRequestId() == first.GetRequestId() {
		t.Error(third)
	}
}

func TestRequestIDsAreOrderedInTime(t *testing.T) {
	before := holdfast.NewRequestID()
	for start := time.Now().UnixMilli(); time.Now().UnixMilli() == start; {
	}
	if after := holdfast.NewRequestID(); after <= before || !uuidv7.MatchString(after) {
		t.Errorf("%s, then %s", before, after)
	}
}

func TestTheTokenIsSentAndNeverShown(t *testing.T) {
	const token = "hf_abc_0123456789"
	server := &scripted{script: []error{refusal(codes.Unauthenticated, "UNAUTHENTICATED", -1)}}
	address := server.serve(t)
	options := holdfast.Options{Address: address, Token: token}
	client := connect(t, nil, options)
	_, err := client.State.PutState(testContext(t), &pb.PutStateRequest{})
	if !errors.Is(err, holdfast.ErrUnauthenticated) {
		t.Error(err)
	}
	if got := server.headers[0].Get("authorization"); len(got) != 1 || got[0] != "Bearer "+token {
		t.Errorf("the daemon was sent %q", got)
	}
	encoded := must(json.Marshal(options.Token))(t)
	_, refused := holdfast.New(holdfast.Options{Address: "10.1.2.3:7070", Token: token})
	_, broken := holdfast.New(holdfast.Options{Address: address, Token: token + "\n"})
	for _, shown := range []string{string(encoded), fmt.Sprintf("%v %+v %#v %s %q %x", options, options, options, options.Token, options.Token, options.Token),
		fmt.Sprintf("%v %+v %#v %s", client, client, client, client), err.Error(), fmt.Sprint(refused), fmt.Sprint(broken)} {
		if strings.Contains(shown, "0123456789") || strings.Contains(shown, fmt.Sprintf("%x", token)) {
			t.Errorf("the token shows in %s", shown)
		}
	}
	for name, err := range map[string]error{"in the clear": refused, "with a line feed": broken} {
		if !errors.Is(err, holdfast.ErrInvalidRequest) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestATokenGoesInTheClearToThisMachineOnly(t *testing.T) {
	for address, allowed := range map[string]bool{
		"127.0.0.1:1": true, "127.9.9.9:1": true, "[::1]:1": true, "localhost:1": true, "[::ffff:127.0.0.1]:1": true, "/run/x.sock": true,
		"unix:/run/x.sock": true, "unix:///run/x.sock": true,
		"10.0.0.1:1": false, "example.com:1": false, "[::]:1": false, "0.0.0.0:1": false, "localhost.example.com:1": false, "127.0.0.1.example.com:1": false,
	} {
		client, err := holdfast.New(holdfast.Options{Address: address, Token: "hf_a_b"})
		if (err == nil) != allowed {
			t.Errorf("%s: %v", address, err)
		}
		if err == nil {
			_ = client.Close()
		}
	}
}

func TestTheEnvironmentSaysWhereAndWho(t *testing.T) {
	server := &scripted{}
	t.Setenv("HOLDFAST_ADDRESS", server.serve(t))
	t.Setenv("HOLDFAST_TOKEN", "hf_env_secret")
	client := must(holdfast.New(holdfast.Options{AgentID: "a"}))(t)
	defer client.Close()
	must(client.State.PutState(testContext(t), &pb.PutStateRequest{}))(t)
	if got := server.headers[0].Get("authorization"); len(got) != 1 || got[0] != "Bearer hf_env_secret" {
		t.Error(got)
	}
	t.Setenv("HOLDFAST_ADDRESS", "")
	t.Setenv("XDG_STATE_HOME", "/somewhere/state")
	other := must(holdfast.New(holdfast.Options{AgentID: "a"}))(t)
	defer other.Close()
	if got := other.String(); !strings.Contains(got, "unix:/somewhere/state/holdfast/holdfast.sock") {
		t.Error(got)
	}
}

func TestCallsEndWithTheirContext(t *testing.T) {
	client := connect(t, nil, holdfast.Options{Address: "unix:/nowhere/holdfast.sock"})
	ctx, cancel := context.WithCancel(testContext(t))
	cancel()
	_, err := client.Admin.Ping(ctx, &pb.PingRequest{})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	_, err = client.Admin.Ping(testContext(t), &pb.PingRequest{}, grpc.WaitForReady(false))
	if !errors.Is(err, holdfast.ErrUnavailable) {
		t.Error(err)
	}
	short := connect(t, nil, holdfast.Options{Address: "unix:/nowhere/holdfast.sock", Timeout: 100 * time.Millisecond})
	if _, err = short.Admin.Ping(context.Background(), &pb.PingRequest{}); !errors.Is(err, holdfast.ErrUnavailable) && !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
}

func TestACallWaitsForTheDaemonToComeBack(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	client := connect(t, d, holdfast.Options{Timeout: time.Minute})
	must(client.State.PutState(ctx, &pb.PutStateRequest{Name: "a", Document: holdfast.MustDoc(1)}))(t)
	d.kill()
	done := make(chan error)
	go func() {
		_, err := client.State.PutState(ctx, &pb.PutStateRequest{Name: "a", Document: holdfast.MustDoc(2)})
		done <- err
	}()
	d.start(t)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	reply := must(client.State.GetState(ctx, &pb.GetStateRequest{Name: "a"}))(t)
	if reply.GetState().GetVersion() != 2 {
		t.Errorf("version %d", reply.GetState().GetVersion())
	}
}
