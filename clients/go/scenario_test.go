// Long because every action of the scenario, and how each kind of failure is told, belong in one place.

package holdfast_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"
	"gopkg.in/yaml.v3"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
	"holdfast.dev/go/internal/scenario"
)

type step struct {
	Name        string            `yaml:"name"`
	Agent       string            `yaml:"agent"`
	Process     string            `yaml:"process"`
	Call        string            `yaml:"call"`
	Pages       string            `yaml:"pages"`
	Items       string            `yaml:"items"`
	Stream      string            `yaml:"stream"`
	During      []step            `yaml:"during"`
	Take        int               `yaml:"take"`
	Request     map[string]any    `yaml:"request"`
	ExecuteOnce map[string]any    `yaml:"execute_once"`
	Document    map[string]any    `yaml:"document"`
	Expect      map[string]any    `yaml:"expect"`
	Error       map[string]any    `yaml:"error"`
	Save        map[string]string `yaml:"save"`
}

type scenarioRun struct {
	*testing.T
	ctx     context.Context
	daemon  *daemon
	vars    map[string]any
	clients map[string]*holdfast.Client
}

func TestScenario(t *testing.T) {
	text := must(os.ReadFile(filepath.Join("..", "scenario", "scenario.yaml")))(t)
	var story struct {
		Vars  yaml.Node `yaml:"vars"`
		Steps []step    `yaml:"steps"`
	}
	if err := yaml.Unmarshal(text, &story); err != nil {
		t.Fatal(err)
	}
	if len(story.Steps) < 60 {
		t.Fatalf("the scenario has only %d steps", len(story.Steps))
	}
	run := &scenarioRun{
		T: t, ctx: testContext(t), daemon: sharedDaemon(t),
		vars:    map[string]any{"run": fmt.Sprintf("go%d", agents.Add(1))},
		clients: map[string]*holdfast.Client{},
	}
	// A node, because the order of the variables counts.
	for i := 0; i+1 < len(story.Vars.Content); i += 2 {
		name, value := story.Vars.Content[i].Value, story.Vars.Content[i+1].Value
		run.vars[name] = must(scenario.Substitute(value, run.vars))(t)
	}
	for _, one := range story.Steps {
		run.step(one)
	}
}

func (r *scenarioRun) substituted(value map[string]any) map[string]any {
	if value == nil {
		return nil
	}
	return must(scenario.Substitute(value, r.vars))(r).(map[string]any)
}

func (r *scenarioRun) step(s step) {
	r.Helper()
	s.Request, s.ExecuteOnce, s.Document = r.substituted(s.Request), r.substituted(s.ExecuteOnce), r.substituted(s.Document)
	s.Expect, s.Error = r.substituted(s.Expect), r.substituted(s.Error)
	result, err := r.act(s)
	if s.Error == nil && err != nil {
		r.Fatalf("%q failed: %v", s.Name, err)
	}
	if s.Error != nil {
		r.checkError(s, err)
	}
	for path, matcher := range s.Expect {
		if value := scenario.At(result, path); !scenario.Matches(value, matcher) {
			r.Fatalf("%q, %s: %v does not match %v", s.Name, path, value, matcher)
		}
	}
	for name, path := range s.Save {
		r.vars[name] = scenario.At(result, path)
		if r.vars[name] == (scenario.Nothing{}) {
			r.Fatalf("%q: nothing at %s to save", s.Name, path)
		}
	}
}

func (r *scenarioRun) client(s step) *holdfast.Client {
	if s.Agent == "" {
		s.Agent = "$agent"
	}
	agent := must(scenario.Substitute(s.Agent, r.vars))(r).(string)
	key := agent + " " + s.Process
	if s.Process == "" {
		key = agent + " main"
	}
	if r.clients[key] == nil {
		r.clients[key] = connect(r, r.daemon, holdfast.Options{AgentID: agent})
	}
	return r.clients[key]
}

func (r *scenarioRun) act(s step) (any, error) {
	client := r.client(s)
	if s.ExecuteOnce != nil {
		return r.executeOnce(client, s.ExecuteOnce)
	}
	if s.Document != nil {
		return r.document(client, s.Document["value"])
	}
	if s.Stream != "" {
		return r.stream(client, s)
	}
	method := must(scenario.Method(client, s.Call+s.Pages))(r)
	request := must(scenario.Request(method, s.Request))(r)
	if s.Pages != "" {
		return scenario.Pages(r.ctx, method, request, s.Items)
	}
	reply, err := scenario.Call(r.ctx, method, request)
	if err != nil {
		return nil, err
	}
	return scenario.JSON(reply), nil
}

func (r *scenarioRun) document(client *holdfast.Client, given any) (any, error) {
	document, err := holdfast.Doc(must(scenario.FromTagged(given))(r))
	if err != nil {
		return nil, err
	}
	if _, err := client.State.PutState(r.ctx, &pb.PutStateRequest{Name: "document", Document: document}); err != nil {
		return nil, err
	}
	stored, err := client.State.GetState(r.ctx, &pb.GetStateRequest{Name: "document"})
	if err != nil {
		return nil, err
	}
	value, err := holdfast.FromDoc(stored.GetState().GetDocument())
	return map[string]any{"json": stored.GetState().GetDocument().GetJson(), "value": scenario.ToTagged(value)}, err
}

func (r *scenarioRun) stream(client *holdfast.Client, s step) (any, error) {
	ctx, cancel := context.WithCancel(r.ctx)
	defer cancel()
	live := make(chan struct{}, 100)
	done := make(chan error, 1)
	taken := []any{}
	go func() {
		done <- messages(ctx, client, s, func() { live <- struct{}{} }, func(message any) bool {
			taken = append(taken, message)
			return len(taken) < s.Take
		})
	}()
	if s.Stream == "Signals.Subscribe" && s.Request["from_revision"] == nil {
		// A stream that fails before it is live fails the step.
		select {
		case <-live:
		case err := <-done:
			return taken, err
		}
	}
	for _, one := range s.During {
		r.step(one)
	}
	return taken, <-done
}

// Gives the messages of a stream to take until that is false.
func messages(ctx context.Context, client *holdfast.Client, s step, onLive func(), take func(any) bool) error {
	switch s.Stream {
	case "Watch.Watch":
		request := &pb.WatchRequest{}
		if err := scenario.Read(s.Request, request); err != nil {
			return err
		}
		for message, err := range client.Watch(ctx, request) {
			if err != nil || len(message.GetEntries()) > 0 && !take(scenario.JSON(message)) {
				return err
			}
		}
	case "Signals.Subscribe":
		request := &pb.SubscribeRequest{}
		if err := scenario.Read(s.Request, request); err != nil {
			return err
		}
		for signal, err := range client.Subscribe(ctx, request, holdfast.OnLive(onLive)) {
			if err != nil || !take(scenario.JSON(signal)) {
				return err
			}
		}
	case "Signals.Consume":
		request := &pb.ConsumeRequest{}
		if err := scenario.Read(s.Request, request); err != nil {
			return err
		}
		for delivery, err := range client.Consume(ctx, request.GetName(), holdfast.MaxInFlight(request.GetMaxInFlight())) {
			if err == nil {
				err = delivery.Ack(ctx)
			}
			if err != nil || !take(scenario.JSON(&pb.ConsumeResponse{Signal: delivery.Signal, Delivery: delivery.Delivery})) {
				return err
			}
		}
	default:
		return otherMessages(ctx, client, s, take)
	}
	return errors.New("a stream that goes on ended without an error")
}

func otherMessages(ctx context.Context, client *holdfast.Client, s step, take func(any) bool) error {
	method, err := scenario.Method(client, s.Stream)
	if err != nil {
		return err
	}
	request, err := scenario.Request(method, s.Request)
	if err != nil {
		return err
	}
	receive, err := scenario.Stream(ctx, method, request)
	if err != nil {
		return err
	}
	for {
		// The stream's good end is one here as well.
		message, err := receive()
		if err != nil && err == io.EOF {
			return nil
		}
		if err != nil || !take(scenario.JSON(message)) {
			return err
		}
	}
}

func (r *scenarioRun) executeOnce(client *holdfast.Client, given map[string]any) (any, error) {
	params := must(scenario.FromTagged(given["params"]))(r)
	seen := map[string]any{"called": false}
	do := func(_ context.Context, op *holdfast.Op) (holdfast.Outcome, error) {
		seen["called"], seen["client_order_id"], seen["attempt"] = true, op.ClientOrderID, int(op.Attempt)
		return r.outcome(op, given)
	}
	done, err := holdfast.ExecuteOnce(r.ctx, client, given["operation"].(string), params, do, r.options(given)...)
	if err != nil {
		return seen, err
	}
	seen["executed"], seen["result"] = done.Executed, scenario.ToTagged(done.Result)
	seen["operation"] = scenario.JSON(done.Operation)
	if done.Results != nil {
		seen["results"] = listJSON(done.Results)
	}
	return seen, nil
}

func listJSON[Message proto.Message](messages []Message) []any {
	list := make([]any, len(messages))
	for i, one := range messages {
		list[i] = scenario.JSON(one)
	}
	return list
}

func (r *scenarioRun) outcome(op *holdfast.Op, given map[string]any) (holdfast.Outcome, error) {
	act, may := given["act"].(map[string]any)
	if !may {
		r.Fatal("the function must not be called")
	}
	switch act["fail"] {
	case "definitely":
		return holdfast.Outcome{}, holdfast.DefinitelyDidNotHappen(errors.New("refused"))
	case "unknown":
		return holdfast.Outcome{}, errors.New("timeout")
	}
	outcome := holdfast.Outcome{Result: must(scenario.FromTagged(act["result"]))(r)}
	for _, one := range list(given["settlements"]) {
		settlement := &pb.HoldSettlement{HoldId: op.HoldIDs[one["hold"].(int)]}
		settlement.Amount, _ = one["amount"].(string)
		settlement.ToAccount, _ = one["to_account"].(string)
		outcome.Settlements = append(outcome.Settlements, settlement)
	}
	for _, one := range list(given["mutations"]) {
		outcome.Mutations = append(outcome.Mutations, readInto(r, one, &pb.Mutation{}))
	}
	return outcome, nil
}

func list(value any) (maps []map[string]any) {
	all, _ := value.([]any)
	for _, one := range all {
		maps = append(maps, one.(map[string]any))
	}
	return maps
}

func readInto[Message proto.Message](r *scenarioRun, fields map[string]any, message Message) Message {
	r.Helper()
	if err := scenario.Read(fields, message); err != nil {
		r.Fatal(err)
	}
	return message
}

func (r *scenarioRun) options(given map[string]any) (options []holdfast.ExecuteOption) {
	for name, value := range given {
		switch name {
		case "operation", "params", "act", "settlements", "mutations":
		case "key":
			options = append(options, holdfast.WithKey(value.(string)))
		case "holds":
			var holds []*pb.OperationHold
			for _, one := range list(value) {
				holds = append(holds, readInto(r, one, &pb.OperationHold{}))
			}
			options = append(options, holdfast.WithHolds(holds...))
		case "risk":
			options = append(options, holdfast.WithRisk(readInto(r, value.(map[string]any), &pb.OperationRisk{})))
		case "session_id":
			options = append(options, holdfast.WithSession(value.(string)))
		case "lease_ms":
			options = append(options, holdfast.WithLease(time.Duration(value.(int))*time.Millisecond))
		case "in_flight":
			options = append(options, holdfast.WaitInFlight())
		case "on_crash":
			options = append(options, holdfast.RetryOnCrash())
		case "reconcile":
			fields := value.(map[string]any)
			answer := holdfast.DidNotHappen(nil)
			if fields["happened"] == true {
				answer = holdfast.Happened(holdfast.Outcome{Result: must(scenario.FromTagged(fields["result"]))(r)}, nil)
			}
			options = append(options, holdfast.WithReconcile(
				func(context.Context, *pb.Operation) (holdfast.Answer, error) { return answer, nil }))
		default:
			r.Fatalf("execute_once: unknown %s", name)
		}
	}
	return options
}

var classes = map[string]error{
	"InvalidRequest": holdfast.ErrInvalidRequest, "NotFound": holdfast.ErrNotFound, "AlreadyExists": holdfast.ErrAlreadyExists,
	"VersionConflict": holdfast.ErrVersionConflict, "PreconditionNotMet": holdfast.ErrPreconditionNotMet,
	"IdempotencyKeyReused": holdfast.ErrIdempotencyKeyReused, "StaleLease": holdfast.ErrStaleLease,
	"StaleEpoch": holdfast.ErrStaleEpoch, "WrongState": holdfast.ErrWrongState,
	"InsufficientFunds": holdfast.ErrInsufficientFunds, "LimitCrossed": holdfast.ErrLimitCrossed,
	"GuardDenied": holdfast.ErrGuardDenied, "RevisionCompacted": holdfast.ErrRevisionCompacted,
	"HistoryChanged":    holdfast.ErrHistoryChanged,
	"ResourceExhausted": holdfast.ErrResourceExhausted, "OperationDenied": holdfast.ErrOperationDenied,
	"OperationInFlight": holdfast.ErrOperationInFlight, "OperationUnknown": holdfast.ErrOperationUnknown,
	"OperationOutcomeUnknown": holdfast.ErrOperationOutcomeUnknown,
	"DefinitelyDidNotHappen":  holdfast.ErrDefinitelyDidNotHappen,
}

var codeNames = map[codes.Code]string{
	codes.InvalidArgument: "INVALID_ARGUMENT", codes.NotFound: "NOT_FOUND", codes.AlreadyExists: "ALREADY_EXISTS",
	codes.Aborted: "ABORTED", codes.FailedPrecondition: "FAILED_PRECONDITION", codes.OutOfRange: "OUT_OF_RANGE",
	codes.ResourceExhausted: "RESOURCE_EXHAUSTED", codes.PermissionDenied: "PERMISSION_DENIED",
	codes.Unauthenticated: "UNAUTHENTICATED",
}

func (r *scenarioRun) checkError(s step, err error) {
	r.Helper()
	if err == nil {
		r.Fatalf("%q must fail", s.Name)
	}
	facts := map[string]any{}
	var failed *holdfast.Error
	if errors.As(err, &failed) {
		metadata := map[string]any{}
		for key, value := range failed.Metadata {
			metadata[key] = value
		}
		facts = map[string]any{
			"reason": failed.Reason, "code": codeNames[failed.Code], "field": failed.Field, "metadata": metadata,
			"outcome_unknown": failed.OutcomeUnknown, "request_id": failed.RequestID != "", "retry_after": failed.RetryAfter > 0,
		}
	}
	var denied *holdfast.OperationDeniedError
	if errors.As(err, &denied) {
		facts["denials"] = listJSON(denied.Denials)
	}
	for key, expected := range s.Error {
		if key == "class" {
			if class := classes[expected.(string)]; class == nil || !errors.Is(err, class) {
				r.Fatalf("%q failed, but is no %s: %v", s.Name, expected, err)
			}
			continue
		}
		if key == "metadata" {
			expected = map[string]any{"contains": expected}
		}
		if !scenario.Matches(facts[key], expected) {
			r.Fatalf("%q failed with %v; its %s is %v, not %v", s.Name, err, key, facts[key], expected)
		}
	}
}
