using MppDigital.Regencies.Visits.Bookings;
using MppDigital.Regencies.Visits.Brokers;

namespace MppDigital.Testing.Databases.Brokers;

/// <summary>Lays the product's rules over generated days, as the nights do, and counts what was seen rightly, wrongly and not at all.</summary>
public sealed class BrokerScore
{
    private readonly BrokerTraffic traffic;
    private readonly HashSet<Finding> found = new(new SameHand());
    private readonly Dictionary<(HandKind Kind, string Hand), string> owners = [];

    private BrokerScore(BrokerTraffic traffic)
    {
        this.traffic = traffic;
        // Every tenth night: a hand that is seen on the nights between is seen on one of these, too, or on none for long.
        for (var night = 10; night <= BrokerTraffic.Days; night += 10)
        {
            var (since, until) = (BrokerTraffic.At(night - BrokerThresholds.WindowDays), BrokerTraffic.At(night));
            found.UnionWith(BrokerRules.Find(new Acts(traffic.Signals.Where(s => s.At > since && s.At <= until))));
        }

        var booked = traffic.Signals.Where(s => s.Act == BookingAct.Booked).ToList();
        foreach (var kind in found.Select(f => f.Kind).Distinct())
        {
            foreach (var hand in booked.GroupBy(s => Acts.Hand(s, kind)))
            {
                // A hand is a broker's where one broker made at least half of its bookings.
                var most = hand.GroupBy(traffic.TraderOf).MaxBy(g => g.Count())!;
                owners[(kind, hand.Key)] = most.Count() * 2 >= hand.Count() ? most.Key : "";
            }
        }
    }

    public int Alarms => found.Count;

    public IReadOnlyList<string> Rules { get; } = Enum.GetNames<BrokerRule>();

    /// <summary>Hands of honest people that raised an alarm, by rule.</summary>
    public IReadOnlyList<string> Wrong => [.. found.Where(f => Owner(f).Length == 0).Select(f => $"{f.Rule} {f.Kind} {f.Hand}")];

    public static BrokerScore Of(BrokerTraffic traffic) => new(traffic);

    /// <returns>How many alarms a rule raised, and how many of them about brokers.</returns>
    public (int Raised, int Right) Of(string? rule = null)
    {
        var raised = found.Where(f => rule is null || f.Rule.ToString() == rule).ToList();
        return (raised.Count, raised.Count(f => Owner(f).Length > 0));
    }

    /// <returns>How many brokers of these trades there are, and how many of them one rule, or any, saw.</returns>
    public (int All, int Seen) Brokers(string? rule, params Trade[] trades)
    {
        var all = traffic.Traders.Where(t => trades.Contains(t.Value)).Select(t => t.Key).ToHashSet();
        var seen = found.Where(f => rule is null || f.Rule.ToString() == rule).Select(Owner).ToHashSet();
        return (all.Count, all.Count(seen.Contains));
    }

    private string Owner(Finding finding) => owners.GetValueOrDefault((finding.Kind, finding.Hand), "");

    /// <summary>The same alarm of another night counts once.</summary>
    private sealed class SameHand : IEqualityComparer<Finding>
    {
        public bool Equals(Finding? x, Finding? y) => x?.Key == y?.Key;

        public int GetHashCode(Finding obj) => obj.Key.GetHashCode(StringComparison.Ordinal);
    }
}
