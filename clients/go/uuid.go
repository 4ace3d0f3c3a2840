package holdfast

import (
	"crypto/rand"
	"encoding/binary"
	"fmt"
	"time"
)

// NewRequestID makes a version 7 UUID (RFC 9562 section 5.7): 48 bits of Unix milliseconds, then random bits. Its order in
// time keeps the daemon's table of receipts cheap. Give it to a mutation that this process may have to repeat by itself.
func NewRequestID() string {
	var id [16]byte
	if _, err := rand.Read(id[6:]); err != nil {
		panic("holdfast: the system has no random bytes: " + err.Error())
	}
	var now [8]byte
	binary.BigEndian.PutUint64(now[:], uint64(time.Now().UnixMilli()))
	copy(id[:6], now[2:])
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
