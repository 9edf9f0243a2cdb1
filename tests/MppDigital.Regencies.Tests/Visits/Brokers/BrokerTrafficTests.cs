using MppDigital.Testing.Databases.Brokers;

namespace MppDigital.Regencies.Tests.Visits.Brokers;

/// <summary>A small seeded run of what the benchmark row <c>brokers</c> measures at full size: honest people are left alone, brokers are seen.</summary>
public sealed class BrokerTrafficTests
{
    [Fact]
    public void Brokers_are_seen_and_honest_people_left_alone()
    {
        var score = Small.Value;
        var (raised, right) = score.Of();
        Assert.True(right >= 0.9 * raised, $"{right} of {raised} alarms are about brokers; not these: {string.Join(", ", score.Wrong)}");
        var (all, seen) = score.Brokers(null, Trade.OneTelephone, Trade.Stock, Trade.Mandates, Trade.Insider);
        Assert.True(seen >= 0.8 * all, $"{seen} of {all} brokers are seen.");
    }

    [Theory]
    [InlineData("SharedPhone", Trade.OneTelephone)]
    [InlineData("HandedOver", Trade.Stock)]
    [InlineData("Hoarding", Trade.Stock)]
    [InlineData("ManyMandates", Trade.Mandates)]
    [InlineData("SameOfficer", Trade.Insider)]
    public void Each_rule_sees_the_trade_it_is_for(string rule, Trade trade)
    {
        var (all, seen) = Small.Value.Brokers(rule, trade);

        Assert.True(seen * 2 >= all, $"{rule} sees {seen} of {all} of {trade}.");
    }

    private static readonly Lazy<BrokerScore> Small = new(() => BrokerScore.Of(BrokerTraffic.Of(seed: 7, scale: 0.1)));
}
