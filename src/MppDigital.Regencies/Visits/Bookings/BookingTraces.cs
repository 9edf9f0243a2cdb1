using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
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

    /// <summary>What rules look at, of a booking for that day.</summary>
    public BookingFacts FactsOf(Applicant applicant, BookingSource source, DateOnly day) => new(secrets.NikLookup(applicant.Nik), applicant.By?.Sub, day, DeviceLookup(source), PhoneLookup(applicant)) { ProxyLookup = ProxyLookup(applicant) };

    /// <summary>The same person as the one who acts for others: that hand may be closed, too.</summary>
    public BookingFacts AsProxy(Applicant person, DateOnly day) => new("", person.Sub, day, "", "") { ProxyLookup = secrets.SubjectLookup(person.Sub) };

    /// <summary>Served by somebody: with the same hand as the booking, so that a clerk and a proxy who always meet are seen.</summary>
    public static async Task ServedAsync(RegencyDbContext db, Visit visit, string officer, DateTime now, CancellationToken ct)
    {
        var booked = await db.BookingSignals.AsNoTracking().Where(s => s.VisitId == visit.Id && s.Act == BookingAct.Booked).FirstOrDefaultAsync(ct);
        db.BookingSignals.Add(new BookingSignal
        {
            Act = BookingAct.Served,
            At = now,
            VisitId = visit.Id,
            SlotId = visit.SlotId,
            Service = visit.Service,
            NikLookup = visit.NikLookup,
            PhoneLookup = booked?.PhoneLookup ?? "",
            ProxyLookup = booked?.ProxyLookup ?? "",
            OfficerSub = officer,
        });
    }

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
        AddressLookup = PartOf(source.Address, 4, 8) is { Length: > 0 } whole ? secrets.Cipher.Lookup("booking-address", whole) : "",
        NetworkLookup = PartOf(source.Address, 3, 6) is { Length: > 0 } network ? secrets.Cipher.Lookup("booking-network", network) : "",
        ProxyLookup = ProxyLookup(applicant),
    });

    public string ProxyLookup(Applicant applicant) => applicant.By is { } by ? secrets.SubjectLookup(by.Sub) : "";

    /// <summary>So many bytes of the address. A whole IPv4 address or half an IPv6 address is a household; three or six bytes are a network.</summary>
    private static string PartOf(IPAddress? address, int four, int six)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetwork ? four : six));
    }
}
