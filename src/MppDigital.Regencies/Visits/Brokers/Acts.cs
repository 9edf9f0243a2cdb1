using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>What was done with bookings in the time that rules look at, in the order in which it was done.</summary>
internal sealed class Acts
{
    private readonly ILookup<Guid, BookingSignal> ofVisit;

    public Acts(IEnumerable<BookingSignal> signals)
    {
        All = [.. signals.OrderBy(s => s.At).ThenBy(s => s.Id)];
        ofVisit = All.ToLookup(s => s.VisitId);
        Booked = [.. All.Where(s => s.Act == BookingAct.Booked)];
    }

    public IReadOnlyList<BookingSignal> All { get; }

    public IReadOnlyList<BookingSignal> Booked { get; }

    /// <summary>Bookings by the hand that made them; acts without that trace are left out.</summary>
    public IEnumerable<IGrouping<string, BookingSignal>> BookedBy(HandKind kind) => Booked.Where(s => Hand(s, kind).Length > 0).GroupBy(s => Hand(s, kind));

    /// <summary>Given back in time, or not come.</summary>
    public bool IsGone(BookingSignal booked) => ofVisit[booked.VisitId].Any(s => s.Act is BookingAct.Cancelled or BookingAct.Missed);

    public bool IsGivenBack(BookingSignal booked) => ofVisit[booked.VisitId].Any(s => s.Act == BookingAct.Cancelled);

    public static string Hand(BookingSignal signal, HandKind kind) => kind switch
    {
        HandKind.Phone => signal.ProxyLookup.Length > 0 ? "" : signal.PhoneLookup,
        HandKind.Device => signal.ProxyLookup.Length > 0 ? "" : signal.DeviceLookup,
        HandKind.Address => signal.AddressLookup,
        HandKind.Network => signal.NetworkLookup,
        HandKind.Proxy => signal.ProxyLookup,
        HandKind.Person => signal.ProxyLookup.Length > 0 ? "" : signal.NikLookup,
        _ => "",
    };

    public static int People(IEnumerable<BookingSignal> signals) => signals.Select(s => s.NikLookup).Distinct().Count();

    /// <summary>Share of people whose telephone stands for several of them. Who has no telephone shares none.</summary>
    public static double SharedPhones(IReadOnlyCollection<BookingSignal> booked)
    {
        var crowded = booked.Where(s => s.PhoneLookup.Length > 0 && s.ProxyLookup.Length == 0).GroupBy(s => s.PhoneLookup).Where(g => People(g) >= BrokerThresholds.PhoneCrowd).SelectMany(g => g);
        return (double)People(crowded) / People(booked);
    }

    /// <summary>From the threshold upwards, never certain.</summary>
    public static int Sure(int from, int over) => Math.Clamp(from + over, 1, 99);
}
