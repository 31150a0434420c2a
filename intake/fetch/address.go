package fetch

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"syscall"
)

// errPrivate is the error for an address that is not fetched.
var errPrivate = errors.New("a private address is not fetched")

// carrier is the range of carrier-grade NAT (RFC 6598), nat64 the well-known
// prefix that hides an IPv4 address in an IPv6 one (RFC 6052).
var (
	carrier = netip.MustParsePrefix("100.64.0.0/10")
	thisNet = netip.MustParsePrefix("0.0.0.0/8")
	special = netip.MustParsePrefix("192.0.0.0/24")
	bench   = netip.MustParsePrefix("198.18.0.0/15")
	future  = netip.MustParsePrefix("240.0.0.0/4")
	nat64   = netip.MustParsePrefix("64:ff9b::/96")
	sixTo4  = netip.MustParsePrefix("2002::/16")
)

// public reports whether an address belongs to the public internet.
func public(a netip.Addr) bool {
	a = a.Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	if sixTo4.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[2:6]))
	}
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.IsLoopback() || a.IsLinkLocalUnicast() || a.IsMulticast() || a.IsUnspecified() {
		return false
	}
	for _, p := range []netip.Prefix{carrier, thisNet, special, bench, future} {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// guard makes a dialer's control that looks at the address really dialled, after
// DNS and redirects.
func guard(public func(netip.Addr) bool) func(context.Context, string, string, syscall.RawConn) error {
	return func(_ context.Context, network, address string, _ syscall.RawConn) error {
		return refuse(public, network, address)
	}
}

func refuse(public func(netip.Addr) bool, network, address string) error {
	if network != "tcp4" && network != "tcp6" {
		return fmt.Errorf("%s: %w", network, errPrivate)
	}
	ap, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("%s: %w", address, errPrivate)
	}
	if !public(ap.Addr()) {
		return fmt.Errorf("%s: %w", ap.Addr(), errPrivate)
	}
	return nil
}

// dialer makes connections to public addresses only, unless private ones are allowed.
func dialer(o Options) *net.Dialer {
	d := &net.Dialer{Timeout: connectTimeout}
	switch {
	case o.AllowPrivate:
	case o.public != nil:
		d.ControlContext = guard(o.public)
	default:
		d.ControlContext = guard(public)
	}
	return d
}
