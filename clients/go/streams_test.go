package holdfast_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/durationpb"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

func put(t testing.TB, ctx context.Context, client *holdfast.Client, name string) {
	t.Helper()
	must(client.State.PutState(ctx, &pb.PutStateRequest{Name: name, Document: holdfast.MustDoc(1)}))(t)
}

func TestWatchGoesOnAfterTheDaemonWasKilled(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	client := connect(t, d, holdfast.Options{})
	put(t, ctx, client, "s0")
	broken := make(chan error, 1000)
	var seen []string
	request := &pb.WatchRequest{FromRevision: proto.Uint64(0), KindPrefixes: []string{"state.put"}}
	for message, err := range client.Watch(ctx, request, holdfast.OnReconnect(func(err error) { broken <- err })) {
		if err != nil {
			t.Fatal(err)
		}
		for _, entry := range message.GetEntries() {
			seen = append(seen, entry.GetKey())
		}
		if len(seen) == 6 {
			break
		}
		if len(message.GetEntries()) == 0 {
			continue
		}
		if len(seen) == 3 {
			d.kill()
			d.start(t)
		}
		put(t, ctx, client, fmt.Sprintf("s%d", len(seen)))
	}
	if want := []string{"s0", "s1", "s2", "s3", "s4", "s5"}; !slices.Equal(seen, want) {
		t.Error(seen)
	}
	if len(broken) == 0 {
		t.Error("the stream never broke")
	}
	if request.GetFromRevision() != 0 {
		t.Error("the caller's request was written to")
	}
}

func TestARestoredBackupEndsWhatSawMore(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	client := connect(t, d, holdfast.Options{})
	publish := func(name string) {
		must(client.Signals.Publish(ctx, &pb.PublishRequest{Channel: "pf:broadcast", Payload: holdfast.MustDoc(name), Durable: true}))(t)
	}
	// Restored while the loop over a stream does something else: the stream stands still.
	undo := func(backup string) {
		d.restore(t, backup)
		for _, name := range []string{"new-1", "new-2", "new-3", "new-4", "new-5"} {
			publish(name)
		}
	}
	backUp := func(name string) {
		stream, err := client.Admin.Backup(ctx, &pb.BackupRequest{Name: name})
		for err == nil {
			_, err = stream.Recv()
		}
	}
	publish("old-1")
	backUp("era")
	publish("old-2")
	publish("old-3")
	var failed *holdfast.Error
	var watched error
	for message, err := range client.Watch(ctx, &pb.WatchRequest{FromRevision: proto.Uint64(0)}) {
		if watched = err; message.GetRevision() == 3 {
			undo("era")
		}
	}
	if !errors.Is(watched, holdfast.ErrHistoryChanged) || !errors.As(watched, &failed) || failed.Metadata["common_revision"] != "1" {
		t.Error(watched)
	}
	var heard []string
	var ended error
	request := &pb.SubscribeRequest{Patterns: []string{"pf:broadcast"}, FromRevision: proto.Uint64(0)}
	for signal, err := range client.Subscribe(ctx, request) {
		if ended = err; err != nil {
			break
		}
		heard = append(heard, signal.GetPayload().GetJson())
		if len(heard) == 6 {
			undo("era")
		}
	}
	if want := []string{`"old-1"`, `"new-1"`, `"new-2"`, `"new-3"`, `"new-4"`, `"new-5"`}; !slices.Equal(heard, want) {
		t.Error(heard)
	}
	if !errors.Is(ended, holdfast.ErrHistoryChanged) {
		t.Error(ended)
	}
}

func TestStreamsEndWithTheirContextOrWhatTheDaemonRefuses(t *testing.T) {
	client := connect(t, sharedDaemon(t), holdfast.Options{})
	ctx, cancel := context.WithCancel(testContext(t))
	endings := func(stream func(func(*pb.WatchResponse, error) bool)) (found []error) {
		for _, err := range stream {
			found = append(found, err)
			cancel()
		}
		return found
	}
	future := endings(client.Watch(testContext(t), &pb.WatchRequest{FromRevision: proto.Uint64(1 << 40)}))
	var failed *holdfast.Error
	if len(future) != 1 || !errors.As(future[0], &failed) || failed.Reason != "REVISION_IN_FUTURE" {
		t.Error(future)
	}
	put(t, testContext(t), client, "x")
	found := endings(client.Watch(ctx, &pb.WatchRequest{FromRevision: proto.Uint64(0)}))
	if len(found) == 0 || !errors.Is(found[len(found)-1], context.Canceled) {
		t.Error(found)
	}
}

func TestSubscribersHearDurableSignalsOnceAcrossARestart(t *testing.T) {
	d, ctx := startDaemon(t), testContext(t)
	client := connect(t, d, holdfast.Options{})
	publish := func(n int) {
		must(client.Signals.Publish(ctx, &pb.PublishRequest{Channel: "pf:signals:x", Payload: holdfast.MustDoc(n), Durable: true}))(t)
	}
	live := make(chan struct{}, 100)
	heard := make(chan any, 100)
	go func() {
		defer close(heard)
		for signal, err := range client.Subscribe(ctx, &pb.SubscribeRequest{Patterns: []string{"pf:signals:*"}},
			holdfast.OnLive(func() { live <- struct{}{} })) {
			if err != nil {
				t.Error(err)
				return
			}
			value, _ := holdfast.FromDoc(signal.GetPayload())
			heard <- value
			if value == int64(5) {
				return
			}
		}
	}()
	<-live
	publish(0)
	publish(1)
	d.kill()
	d.start(t)
	for n := range 4 {
		publish(n + 2)
	}
	var all []any
	for value := range heard {
		all = append(all, value)
	}
	if fmt.Sprint(all) != "[0 1 2 3 4 5]" {
		t.Error(all)
	}
}

func TestConsumersGoOnAfterTheirOwnTakeOverAndEndAfterAnothers(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	client, other := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	channel := "pf:signals:" + agent
	must(client.Signals.PutConsumer(ctx, &pb.PutConsumerRequest{Name: "c", Patterns: []string{channel}, AckTimeout: durationpb.New(time.Minute)}))(t)
	publish := func(by *holdfast.Client, n int) {
		must(by.Signals.Publish(ctx, &pb.PublishRequest{Channel: channel, Payload: holdfast.MustDoc(n), Durable: true}))(t)
	}
	publish(client, 0)
	var seen []any
	var ended error
	for delivery, err := range client.Consume(ctx, "c", holdfast.MaxInFlight(1)) {
		if err != nil {
			ended = err
			break
		}
		value, _ := holdfast.FromDoc(delivery.Signal.GetPayload())
		seen = append(seen, fmt.Sprintf("%v.%d", value, delivery.Delivery))
		switch len(seen) {
		case 1:
			// Given back, it comes again; acknowledged in a Transact, it does not.
			if err := delivery.Nack(ctx, 0); err != nil {
				t.Fatal(err)
			}
		case 2:
			must(client.Transact(ctx, &pb.TransactRequest{Mutations: []*pb.Mutation{delivery.AckMutation()}}))(t)
			must(client.TakeOver(ctx, nil))(t)
			publish(client, 1)
		case 3:
			if err := delivery.Ack(ctx); err != nil {
				t.Fatal(err)
			}
			must(other.TakeOver(ctx, nil))(t)
			publish(other, 2)
		}
	}
	if fmt.Sprint(seen) != "[0.1 0.2 1.1]" || !errors.Is(ended, holdfast.ErrStaleEpoch) {
		t.Error(seen, ended)
	}
}

func TestPagesGiveEachElementOnce(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	for i := range 25 {
		put(t, ctx, client, fmt.Sprintf("s%02d", i))
	}
	names := map[string]bool{}
	request := &pb.ListStatesRequest{PageSize: 10}
	for range 2 {
		for state, err := range holdfast.All(ctx, client.State.ListStates, request, (*pb.ListStatesResponse).GetStates) {
			if err != nil {
				t.Fatal(err)
			}
			names[state.GetName()] = true
		}
		if len(names) != 25 || request.GetPageToken() != "" {
			t.Error(len(names), request)
		}
	}
	count := 0
	for range holdfast.All(ctx, client.State.ListStates, request, (*pb.ListStatesResponse).GetStates) {
		if count++; count == 3 {
			break
		}
	}
	for _, err := range holdfast.All(ctx, client.State.ListStates, &pb.ListStatesRequest{PageToken: "x"}, (*pb.ListStatesResponse).GetStates) {
		if !errors.Is(err, holdfast.ErrInvalidRequest) {
			t.Error(err)
		}
	}
}

func TestHeartbeatsTellHowTheSessionStandsAndWhenItIsGone(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	client, other := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	opened := must(client.OpenSession(ctx, &pb.OpenSessionRequest{Asset: "USDC", StartCapital: "1000"}))(t)
	if client.Epoch() != 1 || opened.GetEpoch() != 1 {
		t.Error(client.Epoch(), opened)
	}
	states, ends := make(chan pb.SessionState, 10), make(chan error, 10)
	beating := client.Heartbeat(ctx, opened.GetSession(), holdfast.HeartbeatOptions{
		Interval: 20 * time.Millisecond,
		OnState:  func(state pb.SessionState) { states <- state },
		OnEnd:    func(err error) { ends <- err },
	})
	if beating.Err() != nil || beating.State() != pb.SessionState_SESSION_STATE_ACTIVE {
		t.Error(beating.Err(), beating.State())
	}
	must(client.Sessions.PauseSession(ctx, &pb.PauseSessionRequest{Reason: "lunch"}))(t)
	if state := <-states; state != pb.SessionState_SESSION_STATE_PAUSED {
		t.Error(state)
	}
	must(other.TakeOver(ctx, nil))(t)
	<-beating.Done()
	if err := <-ends; !errors.Is(err, holdfast.ErrStaleEpoch) || !errors.Is(beating.Err(), holdfast.ErrStaleEpoch) {
		t.Error(err, beating.Err())
	}
	short, cancel := context.WithCancel(ctx)
	stopped := other.Heartbeat(short, opened.GetSession(), holdfast.HeartbeatOptions{})
	cancel()
	<-stopped.Done()
	if !errors.Is(stopped.Err(), context.Canceled) {
		t.Error(stopped.Err())
	}
}

func TestSlowCallbacksHoldNoHeartbeatUp(t *testing.T) {
	d, ctx, agent := sharedDaemon(t), testContext(t), agentName(t)
	client, other := connect(t, d, holdfast.Options{AgentID: agent}), connect(t, d, holdfast.Options{AgentID: agent})
	opened := must(client.OpenSession(ctx, &pb.OpenSessionRequest{Asset: "USDC", StartCapital: "1000"}))(t)
	states, ends, goOn := make(chan pb.SessionState), make(chan error, 1), make(chan struct{})
	beating := client.Heartbeat(ctx, opened.GetSession(), holdfast.HeartbeatOptions{
		Interval: 10 * time.Millisecond,
		OnState: func(state pb.SessionState) {
			states <- state
			<-goOn
		},
		OnEnd: func(err error) { ends <- err },
	})
	until := func(state pb.SessionState) {
		for beating.State() != state && ctx.Err() == nil {
			must(client.Admin.Ping(ctx, &pb.PingRequest{}))(t)
		}
	}
	must(client.Sessions.PauseSession(ctx, &pb.PauseSessionRequest{}))(t)
	if state := <-states; state != pb.SessionState_SESSION_STATE_PAUSED {
		t.Error(state)
	}
	// OnState is still at work, and the heartbeats learn what follows all the same.
	must(client.Sessions.ResumeSession(ctx, &pb.ResumeSessionRequest{}))(t)
	until(pb.SessionState_SESSION_STATE_ACTIVE)
	must(client.Sessions.HaltSession(ctx, &pb.HaltSessionRequest{Reason: "enough"}))(t)
	until(pb.SessionState_SESSION_STATE_HALTED)
	goOn <- struct{}{}
	if state := <-states; state != pb.SessionState_SESSION_STATE_HALTED {
		t.Error("of several states the last is told, not", state)
	}
	must(other.TakeOver(ctx, nil))(t)
	<-beating.Done()
	goOn <- struct{}{}
	if err := <-ends; !errors.Is(err, holdfast.ErrStaleEpoch) {
		t.Error(err)
	}
}

func TestAClientsOwnTakeOverDoesNotEndItsHeartbeats(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	opened := must(client.OpenSession(ctx, &pb.OpenSessionRequest{Asset: "USDC", StartCapital: "1000"}))(t)
	states := make(chan pb.SessionState, 1)
	beating := client.Heartbeat(ctx, opened.GetSession(), holdfast.HeartbeatOptions{
		Interval: time.Millisecond,
		OnState:  func(state pb.SessionState) { states <- state },
	})
	for range 100 {
		must(client.TakeOver(ctx, nil))(t)
	}
	must(client.Sessions.PauseSession(ctx, &pb.PauseSessionRequest{}))(t)
	select {
	case <-states:
	case <-beating.Done():
		t.Error(beating.Err())
	}
}

func TestOneClientServesManyGoroutines(t *testing.T) {
	client, ctx := connect(t, sharedDaemon(t), holdfast.Options{}), testContext(t)
	done := make(chan error)
	for i := range 8 {
		go func() {
			var err error
			for n := 0; n < 20 && err == nil; n++ {
				_, err = client.Limits.AddToCounter(ctx, &pb.AddToCounterRequest{Name: "total", Delta: "0.1"})
				if err == nil && i == 0 && n%5 == 0 {
					_, err = client.TakeOver(ctx, nil)
				}
				if errors.Is(err, holdfast.ErrStaleEpoch) {
					n, err = n-1, nil
				}
			}
			done <- err
		}()
	}
	for range 8 {
		if err := <-done; err != nil {
			t.Error(err)
		}
	}
	total := must(client.Limits.GetCounter(ctx, &pb.GetCounterRequest{Name: "total"}))(t).GetCounter().GetValue()
	if total != "16" {
		t.Error(total)
	}
}
