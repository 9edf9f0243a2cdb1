using MppDigital.Regencies.Visits.Bookings;

namespace MppDigital.Testing.Databases.Brokers;

/// <summary>
/// Sixty invented days of one large regency's bookings, the same for the same seed. Honest people are invented as they are: families with one
/// telephone, villages with one office, care homes, a campus behind one address, a library's computer, people who change their plans. Everybody
/// keeps to the limits of booking, brokers too, because the product refuses what goes beyond.
/// </summary>
public sealed partial class BrokerTraffic
{
    public const int Days = 60;
    private const int Services = 10;

    private static readonly DateTime Start = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random random;
    private readonly List<BookingSignal> signals = [];
    private readonly Dictionary<Guid, string> traderOf = [];
    private readonly Dictionary<(int Service, int Day, int Half), Guid> slots = [];
    private readonly Dictionary<string, Trade> traders = [];
    private readonly List<Freed> freed = [];
    private readonly int mobileNetworks;
    private int people;

    /// <param name="scale">1 is a regency of about 1,100 bookings a day.</param>
    private BrokerTraffic(int seed, double scale)
    {
        (random, mobileNetworks) = (new Random(seed), (int)Math.Max(2, 20 * scale));
        AddHonest(scale);
        AddBrokers(scale);
        TakeFreed();
        signals.Sort((a, b) => a.At.CompareTo(b.At));
    }

    /// <summary>All brokers by name.</summary>
    public IReadOnlyDictionary<string, Trade> Traders => traders;

    public int Bookings => signals.Count(s => s.Act == BookingAct.Booked);

    public int People => people;

    internal IReadOnlyList<BookingSignal> Signals => signals;

    public static BrokerTraffic Of(int seed, double scale) => new(seed, scale);

    /// <summary>The broker who made a booking; empty for everybody else.</summary>
    internal string TraderOf(BookingSignal signal) => traderOf.GetValueOrDefault(signal.VisitId, "");

    internal static DateTime At(double day) => Start.AddDays(day);

    private bool Chance(double of) => random.NextDouble() < of;

    private string NewNik() => $"nik-{++people}";

    private static string NetworkOf(string address) => address[..address.LastIndexOf('.')];

    /// <summary>Behind each such address is as much honest traffic as in a regency of full size.</summary>
    private string Mobile() => $"mobile-{random.Next(mobileNetworks)}.{random.Next(10)}";

    private Origin Somebody(string? phone = null, string? device = null, string? address = null)
    {
        var nik = NewNik();
        // Six of ten come over a mobile network, where hundreds share an address.
        address ??= Chance(0.6) ? Mobile() : $"home-{people / 50}.{people}";
        return new Origin(nik, phone ?? (Chance(0.08) ? "" : $"phone-{people}"), device ?? $"device-{people}", address, NetworkOf(address));
    }

    private double WorkingHour(double day) => Math.Floor(day) + ((7 + (random.NextDouble() * 14)) / 24);

    private Guid SlotOf(int service, int day, int half)
    {
        if (slots.TryGetValue((service, day, half), out var id)) return id;
        return slots[(service, day, half)] = Guid.CreateVersion7();
    }

    private (int Service, Guid Slot, double Visit) Pick(double booked, int? wanted = null)
    {
        var (service, day, half) = (wanted ?? random.Next(Services), (int)booked + 1 + random.Next(7), random.Next(14));
        return (service, SlotOf(service, day, half), day + ((8 + (half / 2.0)) / 24));
    }

    /// <summary>One booking with all that follows of it.</summary>
    private void Live(Origin who, double day, string trader = "", double cancels = 0.1, double moves = 0.06, double misses = 0.08, int? wanted = null, string? officer = null)
    {
        var (service, slot, visit) = Pick(day, wanted);
        var id = Book(who, day, service, slot, trader);
        if (Chance(cancels))
        {
            GiveBack(who, id, service, slot, day + (random.NextDouble() * (visit - day)));
            return;
        }

        if (Chance(moves)) Add(BookingAct.Moved, who, day + (random.NextDouble() * (visit - day)), id, service, Pick(day).Slot);
        if (Chance(misses)) signals.Add(new BookingSignal { Act = BookingAct.Missed, At = At(Math.Floor(visit) + 1.05), VisitId = id, SlotId = slot, Service = Name(service), NikLookup = who.Nik });
        else signals.Add(new BookingSignal { Act = BookingAct.Served, At = At(visit + 0.02), VisitId = id, SlotId = slot, Service = Name(service), NikLookup = who.Nik, PhoneLookup = who.Phone, ProxyLookup = who.Proxy, OfficerSub = officer ?? Officer(service) });
    }

    private Guid Book(Origin who, double day, int service, Guid slot, string trader)
    {
        var id = Guid.CreateVersion7();
        if (trader.Length > 0) traderOf[id] = trader;
        Add(BookingAct.Booked, who, day, id, service, slot);
        return id;
    }

    private void GiveBack(Origin who, Guid visit, int service, Guid slot, double day)
    {
        Add(BookingAct.Cancelled, who, day, visit, service, slot);
        freed.Add(new Freed(service, slot, day));
    }

    private void Add(BookingAct act, Origin who, double day, Guid visit, int service, Guid slot) => signals.Add(new BookingSignal
    {
        Act = act,
        At = At(day),
        VisitId = visit,
        SlotId = slot,
        Service = Name(service),
        NikLookup = who.Nik,
        PhoneLookup = who.Phone,
        DeviceLookup = who.Device,
        AddressLookup = who.Address,
        NetworkLookup = who.Network,
        ProxyLookup = who.Proxy,
    });

    /// <summary>What becomes free in a busy hall is soon taken, by whoever looks: a stranger, sometimes behind the same address.</summary>
    private void TakeFreed()
    {
        foreach (var (service, slot, day) in freed.Where(_ => Chance(0.3)).ToList()) Book(Somebody(), day + (random.NextDouble() * 60 / 1440), service, slot, "");
    }

    private static string Name(int service) => $"SVC-{service}";

    /// <summary>The first service is served by one officer alone, the others by three to six.</summary>
    private string Officer(int service) => $"officer-{service}-{random.Next(service == 0 ? 1 : 3 + (service % 4))}";

    private sealed record Freed(int Service, Guid Slot, double Day);
}
