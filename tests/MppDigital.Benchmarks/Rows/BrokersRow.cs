using System.Diagnostics;
using MppDigital.Benchmarks.Report;
using MppDigital.Testing.Databases.Brokers;

namespace MppDigital.Benchmarks.Rows;

/// <summary>The rules against brokers, laid over sixty invented days; who is honest and who is not stands with <see cref="BrokerTraffic"/>.</summary>
internal static class BrokersRow
{
    private const int Seed = 20260601;
    private const double LeastPrecision = 0.9;
    private const double LeastRecall = 0.8;

    private static readonly Trade[] Careless = [Trade.OneTelephone, Trade.Stock, Trade.Mandates, Trade.Insider];
    private static readonly Trade[] Careful = [Trade.Careful, Trade.CarefulOffice];

    public static IReadOnlyList<Row> Measure()
    {
        var clock = Stopwatch.StartNew();
        var traffic = BrokerTraffic.Of(Seed, 1);
        var made = clock.Elapsed;
        var score = BrokerScore.Of(traffic);
        var who = $"{traffic.Bookings} bookings of {traffic.People} people in {BrokerTraffic.Days} days, {traffic.Traders.Count} brokers of {Careless.Length + Careful.Length} trades; made in {made.TotalSeconds:0.0} s, six nights of rules in {(clock.Elapsed - made).TotalSeconds:0.0} s";
        var (raised, right) = score.Of();
        var (all, seen) = score.Brokers(null, Careless);
        var rows = new List<Row>
        {
            new("brokers, precision of all alarms", Share(right, raised), $">= {LeastPrecision:0.00}", right >= LeastPrecision * raised, who),
            new("brokers, recall over four trades", Share(seen, all), $">= {LeastRecall:0.00}", seen >= LeastRecall * all, string.Join(", ", Careless.Select(t => Seen(score, null, t)))),
        };
        rows.AddRange(Careful.Select(t => new Row($"brokers, recall of {t}", Share(score.Brokers(null, t)), "-", null, "those who leave little behind are listed, not promised")));
        foreach (var rule in score.Rules)
        {
            var (by, rightly) = score.Of(rule);
            rows.Add(new Row($"brokers, rule {rule}: precision", Share(rightly, by), $">= {LeastPrecision:0.00}", by == 0 ? null : rightly >= LeastPrecision * by, string.Join(", ", Careless.Concat(Careful).Select(t => Seen(score, rule, t)).Where(s => !s.Contains(" 0/", StringComparison.Ordinal)))));
        }

        if (score.Wrong.Count > 0) rows.Add(new Row("brokers, honest hands that raised an alarm", $"{score.Wrong.Count}", "-", null, string.Join(", ", score.Wrong.Take(12))));
        return rows;
    }

    private static string Seen(BrokerScore score, string? rule, Trade trade)
    {
        var (all, seen) = score.Brokers(rule, trade);
        return $"{trade} {seen}/{all}";
    }

    private static string Share((int All, int Seen) of) => Share(of.Seen, of.All);

    private static string Share(int part, int whole) => whole == 0 ? "-" : FormattableString.Invariant($"{(double)part / whole:0.00} ({part}/{whole})");
}
