using System.Text.Json;
using MppDigital.Connectors.Qris;
using MppDigital.Testing;

namespace MppDigital.Connectors.Tests.Qris;

public sealed class QrisPayloadTests
{
    public static TheoryData<string> Cases()
    {
        using var file = JsonDocument.Parse(Vectors.Read("qris.json"));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(v => v.GetRawText())];
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Judges_each_published_code(string vector)
    {
        using var document = JsonDocument.Parse(vector);
        var expected = document.RootElement;

        var read = QrisPayload.Read(expected.GetProperty("payload").GetString()!, out var error);

        Assert.Equal(expected.TryGetProperty("error", out var reason) ? reason.GetString() : null, error);
        if (read is null) return;
        Assert.Equal(!expected.TryGetProperty("is_qris", out var qris) || qris.GetBoolean(), read.IsQris);
        foreach (var (name, value) in expected.GetProperty("expect").EnumerateObject().Select(p => (p.Name, p.Value.GetString())))
        {
            Assert.Equal(value, name switch
            {
                "method" => read.IsDynamic ? "dynamic" : "static",
                "currency" => read.Currency,
                "country" => read.Country,
                "merchant" => read.Merchant,
                "nmid" => read.Nmid,
                "crc" => read.Crc,
                "amount" => read.Amount,
                "bill_number" => read.BillNumber,
                "reference" => read.Reference,
                "fixed_fee" => read.FixedFee,
                "percent_fee" => read.PercentFee,
                _ => throw new InvalidOperationException(name),
            });
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("000201")]
    [InlineData("0002016304")]
    [InlineData("00020100020163040000")]
    [InlineData("٠٠٠٢٠١")]
    public void Never_accepts_a_fragment(string text)
    {
        Assert.Null(QrisPayload.Read(text, out var error));
        Assert.NotNull(error);
    }

    [Theory]
    [InlineData("540615000A", "amount")]
    [InlineData("5406-15000", "amount")]
    [InlineData("541412345678901.99", "amount")]
    [InlineData("550209", "tip-indicator")]
    public void Refuses_an_amount_that_no_payer_could_enter(string field, string reason)
    {
        var body = "00020101021251440014ID.CO.QRIS.WWW0215ID00000000000010303UBE520493995303360" + field + "5802ID5901X6001Y6304";

        Assert.Null(QrisPayload.Read(body + EmvFields.Crc(body), out var error));
        Assert.Equal(reason, error);
    }

    [Fact]
    public void Computes_the_checksum_of_the_standard() => Assert.Equal("29B1", EmvFields.Crc("123456789"));
}
