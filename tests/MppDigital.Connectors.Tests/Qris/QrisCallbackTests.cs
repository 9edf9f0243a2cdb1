using System.Text;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Tests.Qris;

public sealed class QrisCallbackTests
{
    private const string Good = """{"reference":"R1","providerReference":"P1","status":"paid","amount":30000,"at":"2026-11-24T09:00:00+07:00"}""";
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reads_what_the_contract_says() =>
        Assert.Equal(new QrisReport("R1", "P1", QrisStatus.Paid, 30_000, new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(7))), QrisCallback.Read(Encoding.UTF8.GetBytes(Good)).Report);

    [Theory]
    [InlineData("\"R1\"", "\"\"", "/reference")]
    [InlineData("\"R1\"", "\"a b\"", "/reference")]
    [InlineData("\"P1\"", "17", "/providerReference")]
    [InlineData("\"paid\"", "\"settled\"", "/status")]
    [InlineData("\"paid\"", "\"pending\"", "/status")]
    [InlineData("30000", "0", "/amount")]
    [InlineData("30000", "300.5", "/amount")]
    [InlineData("30000", "\"30000\"", "/amount")]
    [InlineData("30000", "99999999999999999999", "/amount")]
    [InlineData("2026-11-24T09:00:00+07:00", "kemarin", "/at")]
    [InlineData("\"amount\"", "\"currency\":\"rupiah\",\"amount\"", "/currency")]
    [InlineData("\"amount\"", "\"note\":\"x\",\"amount\"", "/note")]
    [InlineData("{", "[{", "")]
    [InlineData("\"amount\":30000", "\"amount\":30000,\"amount\":1", "")]
    public void Names_what_is_wrong(string good, string bad, string place)
    {
        var (report, faults) = QrisCallback.Read(Encoding.UTF8.GetBytes(Good.Replace(good, bad, StringComparison.Ordinal)));

        Assert.Null(report);
        Assert.Equal(place, Assert.Single(faults).Pointer);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(299, true)]
    [InlineData(-299, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void A_signature_holds_five_minutes_either_way(int seconds, bool fits)
    {
        var body = Encoding.UTF8.GetBytes(Good);

        Assert.Equal(fits, QrisSignature.Fits("secret", body, QrisSignature.Of("secret", body, Now.AddSeconds(seconds)), Now));
        Assert.False(QrisSignature.Fits("other", body, QrisSignature.Of("secret", body, Now), Now));
        Assert.False(QrisSignature.Fits("secret", [.. body, 32], QrisSignature.Of("secret", body, Now), Now));
    }

    [Fact]
    public void A_signature_is_the_one_of_the_contract()
    {
        // Worked out with: printf '1763949600.{}' | openssl dgst -sha256 -hmac secret
        const string Expected = "t=1763949600,v1=03221b402545f835c4d7e78c9d37912dd8734560d0fe61b415672f8b3ad2177a";
        Assert.Equal(Expected, QrisSignature.Of("secret", "{}"u8, DateTimeOffset.FromUnixTimeSeconds(1_763_949_600)));
    }
}
