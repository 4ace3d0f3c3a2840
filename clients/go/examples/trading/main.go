// Trading: what a restarted agent does first, an order that is placed at most once, and the streams around it.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"

	"google.golang.org/protobuf/proto"

	holdfast "holdfast.dev/go"
	pb "holdfast.dev/go/holdfastv1"
)

func main() {
	if err := trade(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func trade(ctx context.Context) error {
	client, err := holdfast.New(holdfast.Options{AgentID: "alpha"})
	if err != nil {
		return err
	}
	defer client.Close()

	// First thing after a start: fence older processes of this agent, then see what was left open.
	if _, err := client.TakeOver(ctx, &pb.TakeOverRequest{Reason: "start"}); err != nil {
		return err
	}
	open, err := client.Resume(ctx, nil)
	if err != nil {
		return err
	}
	fmt.Println("to reconcile:", len(open.GetUnknownOperations()))

	// Money: decimal strings, exact, double entry.
	_, err = client.Ledger.PostTransaction(ctx, &pb.PostTransactionRequest{
		Delta:       &pb.Posting{Account: "cash", Asset: "USDC", Amount: "1000.00"},
		Description: "deposit",
	})
	if err != nil {
		return err
	}

	// A side effect that happens at most once, with the money it may cost held meanwhile.
	order := map[string]any{"market": "XRP/ETH", "side": "buy", "price": holdfast.MustAmount("0.00031")}
	done, err := holdfast.ExecuteOnce(ctx, client, "exchange.place_order", order,
		func(ctx context.Context, op *holdfast.Op) (holdfast.Outcome, error) {
			id, err := placeOrder(ctx, op.ClientOrderID)
			if errors.Is(err, errRejected) {
				return holdfast.Outcome{}, holdfast.DefinitelyDidNotHappen(err)
			}
			return holdfast.Outcome{
				Result: map[string]any{"order": id},
				// Committed in the same transaction as the outcome:
				Settlements: []*pb.HoldSettlement{{HoldId: op.HoldIDs[0], Amount: "25"}},
				Mutations: []*pb.Mutation{{Mutation: &pb.Mutation_PutState{PutState: &pb.PutStateRequest{
					Name: "last_order", Document: holdfast.MustDoc(map[string]any{"id": id}),
				}}}},
			}, err
		},
		holdfast.WithKey("order-1"),
		holdfast.WithHolds(&pb.OperationHold{Account: "cash", Asset: "USDC", Amount: "40"}))
	if err != nil {
		return err
	}
	fmt.Println("placed now:", done.Executed, done.Result)

	// Typed errors: somebody else wrote in between.
	_, err = client.State.PutState(ctx, &pb.PutStateRequest{
		Name: "last_order", Document: holdfast.MustDoc(nil), ExpectedVersion: proto.Uint64(0),
	})
	var failed *holdfast.Error
	if errors.Is(err, holdfast.ErrVersionConflict) && errors.As(err, &failed) {
		fmt.Println("the present version:", failed.Metadata["actual"])
	}

	// Every page of a list, as an iterator.
	total := holdfast.Amount{}
	for transaction, err := range holdfast.All(ctx, client.Ledger.ListTransactions,
		&pb.ListTransactionsRequest{Account: "cash"}, (*pb.ListTransactionsResponse).GetTransactions) {
		if err != nil {
			return err
		}
		for _, posting := range transaction.GetPostings() {
			if posting.GetAccount() == "cash" {
				total = total.Add(holdfast.MustAmount(posting.GetAmount()))
			}
		}
	}
	fmt.Println("cash:", total)

	// The journal as a stream that goes on after a restart of the daemon.
	for revision, err := range client.Watch(ctx, &pb.WatchRequest{FromRevision: proto.Uint64(0)}) {
		if err != nil {
			return err
		}
		fmt.Println("revision", revision.GetRevision(), "begins with", revision.GetEntries()[0].GetKind())
		break
	}
	return nil
}

var errRejected = errors.New("the market is closed")

// Stands for an exchange that takes our id as its idempotency key.
func placeOrder(_ context.Context, clientOrderID string) (string, error) {
	return "x-" + clientOrderID, nil
}
