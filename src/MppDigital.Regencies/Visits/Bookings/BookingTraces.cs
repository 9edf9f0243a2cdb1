using System.Net;
using System.Net.Sockets;
using MppDigital.Platform.Identification;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Contacts;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Bookings;

/// <summary>Where a booking comes from: the name that we left in the browser, and the network. Kept as keyed hashes alone.</summary>
/// <param name="Device">Empty where none came.</param>
public sealed record BookingSource(string Device, IPAddress? Address)
{
    public static BookingSource Unknown { get; } = new("", null);

    /// <summary>Without any of it: inputs of use cases end up in logs.</summary>
    public override string ToString() => "source";
}

/// <summary>Writes down what was done, in the transaction that does it.</summary>
internal sealed class BookingTraces(RegencySecrets secrets)
{
    public string DeviceLookup(BookingSource source) => source.Device.Length == 0 ? "" : secrets.Cipher.Lookup("booking-device", source.Device);

    public string PhoneLookup(Applicant applicant) => IndonesianPhone.TryNormalize(applicant.Phone, out var number) ? ContactSecrets.PhoneLookup(secrets, number) : "";

    public void Add(RegencyDbContext db, Visit visit, BookingAct act, Applicant applicant, BookingSource source, DateTime now) => db.BookingSignals.Add(new BookingSignal
    {
        Act = act,
        At = now,
        VisitId = visit.Id,
        SlotId = visit.SlotId,
        Service = visit.Service,
        NikLookup = visit.NikLookup,
        PhoneLookup = PhoneLookup(applicant),
        DeviceLookup = DeviceLookup(source),
        NetworkLookup = NetworkOf(source.Address) is { Length: > 0 } network ? secrets.Cipher.Lookup("booking-network", network) : "",
        ProxyLookup = applicant.By is { } by ? secrets.SubjectLookup(by.Sub) : "",
    });

    /// <summary>The first three bytes of an IPv4 address, the first six of an IPv6 address: a network, not a household.</summary>
    private static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? 3 : 6));
    }
}
