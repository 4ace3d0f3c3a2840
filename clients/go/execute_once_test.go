package holdfast_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

func TestItRunsOnceWithItsMoneyAndItsMutations(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	must(client.Ledger.PostTransaction(ctx, &pb.PostTransactionRequest{
		Delta: &pb.Posting{Account: "cash", Asset: "USDC", Amount: "100"},
	}))(t)
	runs := 0
	buy := func() *holdfast.Executed {
		return must(holdfast.ExecuteOnce(ctx, client, "exchange.order", map[string]any{"amount": holdfast.MustAmount("10")},
			func(ctx context.Context, op *holdfast.Op) (holdfast.Outcome, error) {
				runs++
				return holdfast.Outcome{
					Result:      map[string]any{"order": op.ClientOrderID},
					Settlements: []*pb.HoldSettlement{{HoldId: op.HoldIDs[0], Amount: "25"}},
					Mutations: []*pb.Mutation{{Mutation: &pb.Mutation_PutState{PutState: &pb.PutStateRequest{
						Name: "position", Document: holdfast.MustDoc(map[string]any{"open": true})}}}},
				}, ctx.Err()
			}, holdfast.WithHolds(&pb.OperationHold{Account: "cash", Asset: "USDC", Amount: "40"})))(t)
	}
	first, second := buy(), buy()
	if runs != 1 || !first.Executed || second.Executed || fmt.Sprint(first.Result) != fmt.Sprint(second.Result) {
		t.Errorf("%d runs; %+v, then %+v", runs, first, second)
	}
	if len(first.Results) != 1 || first.Results[0].GetPutState().GetVersion() != 1 {
		t.Error(first.Results)
	}
	balance := must(client.Ledger.GetBalances(ctx, &pb.GetBalancesRequest{Account: "cash"}))(t).GetBalances()[0]
	if balance.GetPosted() != "75" || balance.GetHeld() != "0" {
		t.Error(balance)
	}
}

func TestOfManyAtOnceOneRunsAndAllLearnItsResult(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	var runs atomic.Int32
	var group sync.WaitGroup
	results := make(chan any, 16)
	for range 8 {
		client := connect(t, d, holdfast.Options{AgentID: agent})
		for range 2 {
			group.Add(1)
			go func() {
				defer group.Done()
				done, err := holdfast.ExecuteOnce(ctx, client, "exchange.order", "same", func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
					return holdfast.Outcome{Result: runs.Add(1)}, nil
				}, holdfast.WaitInFlight())
				if err != nil {
					t.Error(err)
					return
				}
				results <- done.Result
			}()
		}
	}
	group.Wait()
	close(results)
	for result := range results {
		if result != int64(1) {
			t.Errorf("result %v", result)
		}
	}
	if runs.Load() != 1 || len(results) != 0 {
		t.Errorf("%d runs", runs.Load())
	}
}

func TestALeaseLastsAsLongAsTheFunction(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	client, other := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	done := must(holdfast.ExecuteOnce(ctx, client, "slow", 1, func(ctx context.Context, op *holdfast.Op) (holdfast.Outcome, error) {
		before := must(client.Operations.GetOperation(ctx, &pb.GetOperationRequest{Key: op.Key}))(t).GetOperation()
		// Until the lease that it began with is over, which the extended one is not.
		for time.Now().Before(before.GetLeaseExpiresAt().AsTime()) {
			must(client.Admin.Ping(ctx, &pb.PingRequest{}))(t)
		}
		_, err := holdfast.ExecuteOnce(ctx, other, "slow", 1, nil, holdfast.WithLease(time.Second))
		if !errors.Is(err, holdfast.ErrOperationInFlight) {
			t.Error(err)
		}
		return holdfast.Outcome{Result: "done"}, ctx.Err()
	}, holdfast.WithLease(time.Second)))(t)
	if !done.Executed || done.Result != "done" {
		t.Error(done)
	}
}

func TestANewerProcessEndsTheFunctionsContext(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	client, newer := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	must(client.TakeOver(ctx, nil))(t)
	_, err := holdfast.ExecuteOnce(ctx, client, "slow", 1, func(ctx context.Context, _ *holdfast.Op) (holdfast.Outcome, error) {
		must(newer.TakeOver(ctx, nil))(t)
		<-ctx.Done()
		if cause := context.Cause(ctx); !errors.Is(cause, holdfast.ErrStaleLease) && !errors.Is(cause, holdfast.ErrStaleEpoch) {
			t.Error(cause)
		}
		return holdfast.Outcome{Result: 1}, nil
	}, holdfast.WithLease(time.Second))
	var open *holdfast.OperationOutcomeUnknownError
	if !errors.As(err, &open) || open.Outcome.Result != 1 || !errors.Is(err, holdfast.ErrStaleEpoch) {
		t.Error(err)
	}
}

func TestAnOutcomeIsRecordedThoughTheCallerHasGone(t *testing.T) {
	client := connect(t, sharedDaemon(t), holdfast.Options{})
	ctx, cancel := context.WithCancel(testContext(t))
	done := must(holdfast.ExecuteOnce(ctx, client, "order", 1, func(inner context.Context, _ *holdfast.Op) (holdfast.Outcome, error) {
		cancel()
		<-inner.Done()
		return holdfast.Outcome{Result: true}, nil
	}))(t)
	if !done.Executed {
		t.Error(done)
	}
}

func TestAFailureWhoseWordsAreASecretIsRecordedWithoutThem(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	secret := errors.New("refused for pf_live_" + strings.Repeat("a1B2", 10))
	_, err := holdfast.ExecuteOnce(ctx, client, "login", nil, func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
		return holdfast.Outcome{}, fmt.Errorf("login: %w", holdfast.DefinitelyDidNotHappen(secret))
	}, holdfast.WithKey("login"))
	if !errors.Is(err, holdfast.ErrDefinitelyDidNotHappen) || !errors.Is(err, secret) {
		t.Fatal(err)
	}
	failed := must(client.Operations.GetOperation(ctx, &pb.GetOperationRequest{Key: "login"}))(t).GetOperation()
	if failed.GetStatus() != pb.OperationStatus_OPERATION_STATUS_FAILED || strings.Contains(failed.GetEvidence().GetJson(), "pf_live") {
		t.Error(failed)
	}
}

func TestWhatDidNotHappenToAnInnerOperationSaysNothingAboutTheOuterOne(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	why := errors.New("the hedge was refused")
	// A program may keep one such error for all its refusals.
	refusal := holdfast.DefinitelyDidNotHappen(why)
	status := func(key string) pb.OperationStatus {
		return must(client.Operations.GetOperation(ctx, &pb.GetOperationRequest{Key: key}))(t).GetOperation().GetStatus()
	}
	inner := func(key string, fails error) error {
		_, err := holdfast.ExecuteOnce(ctx, client, "hedge", key, func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
			return holdfast.Outcome{}, fails
		}, holdfast.WithKey(key))
		var certain *holdfast.DidNotHappenError
		if !errors.Is(err, holdfast.ErrDefinitelyDidNotHappen) || !errors.As(err, &certain) || certain.Err != why || !errors.Is(err, why) {
			t.Error(key, err)
		}
		if got := status(key); got != pb.OperationStatus_OPERATION_STATUS_FAILED {
			t.Error(key, got)
		}
		return err
	}
	asked := func() error {
		lost := func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
			return holdfast.Outcome{}, errors.New("timeout")
		}
		options := []holdfast.ExecuteOption{holdfast.WithKey("doubtful"), holdfast.WithLease(time.Second), holdfast.WaitInFlight()}
		_, _ = holdfast.ExecuteOnce(ctx, client, "hedge", nil, lost, options...)
		_, err := holdfast.ExecuteOnce(ctx, client, "hedge", nil, lost, append(options,
			holdfast.WithReconcile(func(context.Context, *pb.Operation) (holdfast.Answer, error) { return holdfast.Answer{}, refusal }))...)
		return err
	}
	for name, outer := range map[string]func() error{
		"as-it-is": func() error { return inner("a", refusal) },
		"wrapped":  func() error { return fmt.Errorf("hedge: %w", inner("b", refusal)) },
		"taken-out": func() error {
			var certain *holdfast.DidNotHappenError
			_ = errors.As(inner("c", refusal), &certain)
			return certain
		},
		"of-a-reconciliation": asked,
	} {
		_, err := holdfast.ExecuteOnce(ctx, client, "order", name, func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
			return holdfast.Outcome{}, outer()
		}, holdfast.WithKey(name))
		// Who asks in either order, and for the type or the sentinel, must not think that the outer one did not happen.
		var certain *holdfast.DidNotHappenError
		if !errors.Is(err, holdfast.ErrOperationOutcomeUnknown) || errors.Is(err, holdfast.ErrDefinitelyDidNotHappen) ||
			errors.As(err, &certain) || !errors.Is(err, why) {
			t.Errorf("%s: %v", name, err)
		}
		if got := status(name); got != pb.OperationStatus_OPERATION_STATUS_IN_FLIGHT {
			t.Errorf("%s: %v", name, got)
		}
	}
	// What the outer function says itself does count, also when it says so because of an inner one.
	_, err := holdfast.ExecuteOnce(ctx, client, "order", "own", func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
		return holdfast.Outcome{}, holdfast.DefinitelyDidNotHappen(inner("e", refusal))
	}, holdfast.WithKey("own"))
	if got := status("own"); !errors.Is(err, holdfast.ErrDefinitelyDidNotHappen) || got != pb.OperationStatus_OPERATION_STATUS_FAILED {
		t.Error(err, got)
	}
}

func TestAnAnswerThatSaysNothingSettlesNothing(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	fail := func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
		return holdfast.Outcome{}, errors.New("timeout")
	}
	_, err := holdfast.ExecuteOnce(ctx, client, "order", nil, fail, holdfast.WithKey("k"), holdfast.WithLease(time.Second))
	if !errors.Is(err, holdfast.ErrOperationOutcomeUnknown) {
		t.Fatal(err)
	}
	ask := func(answer holdfast.Answer, failed error) error {
		_, err := holdfast.ExecuteOnce(ctx, client, "order", nil, nil, holdfast.WithKey("k"), holdfast.WaitInFlight(),
			holdfast.WithReconcile(func(context.Context, *pb.Operation) (holdfast.Answer, error) { return answer, failed }))
		return err
	}
	away := errors.New("the exchange is away")
	if err := ask(holdfast.DidNotHappen(nil), away); err != away {
		t.Error(err)
	}
	if err := ask(holdfast.Answer{}, nil); !errors.Is(err, holdfast.ErrInvalidRequest) {
		t.Error(err)
	}
	found := must(client.Operations.GetOperation(ctx, &pb.GetOperationRequest{Key: "k"}))(t).GetOperation()
	if found.GetStatus() != pb.OperationStatus_OPERATION_STATUS_UNKNOWN {
		t.Error(found)
	}
}

func TestADaemonThatIsKilledMeanwhileLosesNoOutcome(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	client := connect(t, d, holdfast.Options{})
	runs := 0
	away := make(chan struct{})
	buy := func() (*holdfast.Executed, error) {
		return holdfast.ExecuteOnce(ctx, client, "order", "x", func(context.Context, *holdfast.Op) (holdfast.Outcome, error) {
			runs++
			d.kill()
			close(away)
			return holdfast.Outcome{Result: "filled"}, nil
		}, holdfast.WithKey("k"))
	}
	recorded := make(chan struct{})
	var first *holdfast.Executed
	var failed error
	go func() {
		defer close(recorded)
		first, failed = buy()
	}()
	<-away
	d.start(t)
	<-recorded
	if failed != nil {
		t.Fatal(failed)
	}
	second := must(buy())(t)
	if runs != 1 || !first.Executed || second.Executed || second.Result != "filled" {
		t.Errorf("%d runs; %+v, then %+v", runs, first, second)
	}
}

func TestAnOutcomeThatArrivesAfterTheLeaseSettlesTheOperation(t *testing.T) {
	d, ctx, agent := startDaemon(t), testContext(t), agentName(t)
	client, other := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	over, told, recorded := make(chan error), make(chan struct{}), make(chan struct{})
	var done *holdfast.Executed
	var failed error
	go func() {
		defer close(recorded)
		done, failed = holdfast.ExecuteOnce(ctx, client, "order", "x", func(ctx context.Context, _ *holdfast.Op) (holdfast.Outcome, error) {
			d.kill()
			<-ctx.Done()
			over <- context.Cause(ctx)
			<-told
			return holdfast.Outcome{Result: "filled"}, nil
		}, holdfast.WithLease(time.Second))
	}()
	if cause := <-over; !strings.Contains(cause.Error(), "the lease is over") {
		t.Error(cause)
	}
	d.start(t)
	_, err := holdfast.ExecuteOnce(ctx, other, "order", "x", nil)
	if !errors.Is(err, holdfast.ErrOperationUnknown) {
		t.Error(err)
	}
	close(told)
	<-recorded
	if failed != nil || !done.Executed || done.Result != "filled" {
		t.Error(done, failed)
	}
}

const crashingAgent = "HOLDFAST_TEST_CRASHING_AGENT"

// In a process of its own: sends an order to the outside, which is a file, and dies before it can tell the daemon.
func runCrashingAgent() {
	options := strings.Split(os.Getenv(crashingAgent), ",")
	client, err := holdfast.New(holdfast.Options{Address: options[0], AgentID: options[1]})
	if err != nil {
		panic(err)
	}
	_, err = holdfast.ExecuteOnce(context.Background(), client, "order", "x", func(_ context.Context, op *holdfast.Op) (holdfast.Outcome, error) {
		if err := os.WriteFile(options[2], []byte(op.ClientOrderID), 0o600); err != nil {
			panic(err)
		}
		_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
		select {}
	}, holdfast.WithLease(time.Second))
	panic(err)
}

func TestAnAgentThatIsKilledAfterSendingDoesNotSendAgain(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	agent, outside := agentName(t), filepath.Join(t.TempDir(), "outside")
	crash := exec.Command(os.Args[0])
	crash.Env = append(os.Environ(), crashingAgent+"="+strings.Join([]string{d.address, agent, outside}, ","))
	var told bytes.Buffer
	crash.Stderr = &told
	if err := crash.Run(); err == nil || told.Len() > 0 {
		t.Fatal(err, told.String())
	}
	d.kill()
	d.start(t)
	client := connect(t, d, holdfast.Options{AgentID: agent})
	must(client.TakeOver(ctx, nil))(t)
	doubtful := must(client.Resume(ctx, nil))(t).GetUnknownOperations()
	if len(doubtful) != 1 {
		t.Fatal(doubtful)
	}
	asked := 0
	done := must(holdfast.ExecuteOnce(ctx, client, "order", "x", nil, holdfast.WithReconcile(
		func(_ context.Context, operation *pb.Operation) (holdfast.Answer, error) {
			asked++
			if sent := must(os.ReadFile(outside))(t); string(sent) != operation.GetClientOrderId() {
				return holdfast.DidNotHappen("the outside has no such order"), nil
			}
			return holdfast.Happened(holdfast.Outcome{Result: "filled"}, "the outside lists it"), nil
		})))(t)
	if asked != 1 || done.Executed || done.Result != "filled" {
		t.Errorf("asked %d times: %+v", asked, done)
	}
}
