using System.Globalization;
using MppDigital.Connectors.Qris;

namespace MppDigital.Connectors.Tests.Qris;

/// <summary>Beside the published codes: some thousand made ones, each read back, and each spoilt at every place.</summary>
public sealed class GeneratedCodesTests
{
    private const string Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_code_is_read_as_it_was_written(int seed)
    {
        var dice = new Random(seed);
        for (var i = 0; i < 1000; i++)
        {
            var (merchant, reference, amount) = Order(dice);

            var read = QrisPayload.Read(EmvWriter.Dynamic(merchant, Text(dice, 1, 25), Text(dice, 1, 15), reference, amount), out var error);

            Assert.Null(error);
            Assert.Equal((true, true, merchant.Nmid, reference, amount.ToString(CultureInfo.InvariantCulture), "360"), (read!.IsQris, read.IsDynamic, read.Nmid, read.BillNumber, read.Amount, read.Currency));
        }
    }

    [Fact]
    public void No_code_is_accepted_with_one_sign_changed_missing_or_swapped()
    {
        var dice = new Random(3);
        for (var i = 0; i < 20; i++)
        {
            var (merchant, reference, amount) = Order(dice);
            var code = EmvWriter.Dynamic(merchant, "CONTOH MPP", "CONTOH", reference, amount);
            for (var at = 0; at < code.Length; at++)
            {
                var other = Signs[(Signs.IndexOf(code[at], StringComparison.Ordinal) + 1 + dice.Next(Signs.Length - 1)) % Signs.Length];
                Assert.Null(QrisPayload.Read($"{code[..at]}{other}{code[(at + 1)..]}", out var changed));
                Assert.Null(QrisPayload.Read(code.Remove(at, 1), out var missing));
                Assert.NotNull(changed);
                Assert.NotNull(missing);
                if (at + 1 < code.Length && code[at] != code[at + 1]) Assert.Null(QrisPayload.Read($"{code[..at]}{code[at + 1]}{code[at]}{code[(at + 2)..]}", out _));
            }
        }
    }

    private static (QrisMerchant Merchant, string Reference, long Amount) Order(Random dice) =>
        (new QrisMerchant("1375", "ID" + string.Concat(Enumerable.Range(0, 13).Select(_ => dice.Next(10))), "x"), Text(dice, 1, 25), dice.NextInt64(1, 9_999_999_999_999));

    private static string Text(Random dice, int least, int most) => string.Concat(Enumerable.Range(0, dice.Next(least, most + 1)).Select(_ => Signs[dice.Next(Signs.Length)]));
}
