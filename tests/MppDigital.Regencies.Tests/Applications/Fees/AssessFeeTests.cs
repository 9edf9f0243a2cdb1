using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Fees;

/// <summary>Formulas worked out by hand beside the platform's own reckoning.</summary>
public sealed class AssessFeeTests
{
    private static readonly ServiceDefinition Advert = SeedData.Service("DPM-RKL-01");

    [Theory]
    // 25% of 3 m² × 31 days × Rp5.000 is 116.250, up to the next hundred.
    [InlineData("""{"luas":3,"lama_tayang":31}""", 5_000, 116_300)]
    [InlineData("""{"luas":3,"luas_total":9,"lama_tayang":31}""", 5_000, 348_800)]
    [InlineData("""{"luas":0.17,"lama_tayang":1}""", 500, 100)]
    public void A_tax_on_advertising_is_a_quarter_of_its_rental_value(string answers, long tariff, long expected)
    {
        var (fee, fault) = AssessFee.Of(Advert, tariff, Answers(answers));

        Assert.Null(fault);
        Assert.Equal((expected, tariff), (fee!.AmountIdr, fee.TariffIdr));
        Assert.Equal((decimal)tariff, fee.Operands[^1].Value);
    }

    [Theory]
    [InlineData("""{ "sum": [{ "amount": 1000 }, { "field": "jumlah" }] }""", """{"jumlah":7}""", 1_007)]
    [InlineData("""{ "sum": [{ "amount": 1000 }, { "field": "jumlah" }] }""", "{}", 1_000)]
    [InlineData("""{ "difference": [{ "amount": 10 }, { "field": "jumlah" }] }""", """{"jumlah":4}""", 6)]
    [InlineData("""{ "difference": [{ "amount": 10 }, { "field": "jumlah" }] }""", """{"jumlah":40}""", 0)]
    [InlineData("""{ "greatest": [{ "amount": 10 }, { "field": "jumlah" }] }""", """{"jumlah":40}""", 40)]
    [InlineData("""{ "least": [{ "amount": 10 }, { "field": "jumlah" }] }""", """{"jumlah":40}""", 10)]
    [InlineData("""{ "product": [{ "field": "jumlah" }, { "choice": { "field": "jenis", "amounts": [{ "value": "billboard", "amount": 9 }, { "value": "baliho", "amount": 2000 }, { "value": "spanduk", "amount": 1 }, { "value": "berjalan", "amount": 1 }, { "value": "videotron", "amount": 1 }, { "value": "selebaran", "amount": 1 }] } }] }""", """{"jumlah":3,"jenis":"baliho"}""", 6_000)]
    public void Each_part_does_what_its_name_says(string formula, string answers, long expected) =>
        Assert.Equal(expected, AssessFee.Of(With(formula), null, Answers(answers)).Fee!.AmountIdr);

    [Theory]
    [InlineData(FeeRounding.Down, 100, 1_200)]
    [InlineData(FeeRounding.Nearest, 100, 1_300)]
    [InlineData(FeeRounding.Up, 500, 1_500)]
    [InlineData(FeeRounding.Up, 1, 1_250)]
    public void Rounds_once_and_as_stated(FeeRounding rounding, int to, long expected)
    {
        var fee = With("""{ "product": [{ "field": "luas" }, { "amount": 100 }] }""", rounding, to);

        Assert.Equal(expected, AssessFee.Of(fee, null, Answers("""{"luas":12.5}""")).Fee!.AmountIdr);
    }

    [Theory]
    [InlineData("""{"luas":9999999999,"lama_tayang":9999999999}""", "/data/ukuran_p")]
    [InlineData("""{"luas":9999999999999999999999999999,"lama_tayang":99999}""", "/data/ukuran_p")]
    [InlineData("""{"luas":3}""", "/data/mulai")]
    public void What_cannot_be_charged_is_refused_at_the_answer_that_can_be_mended(string answers, string place)
    {
        var (fee, fault) = AssessFee.Of(Advert, 5_000, Answers(answers));

        Assert.Null(fee);
        Assert.Equal(place, fault!.At);
    }

    [Fact]
    public void A_fixed_amount_is_the_fee_and_nothing_is_collected_where_another_system_decides()
    {
        var state = SeedData.Service("DPM-SIP-04");
        state = state with { Fee = state.Fee with { Type = "pnbp", AmountIdr = 30_000 } };

        Assert.Equal(30_000, AssessFee.Of(state, null, []).Fee!.AmountIdr);
        Assert.Equal((null, null), AssessFee.Of(SeedData.Service("POL-SKCK-01"), null, []));
        Assert.Equal((null, null), AssessFee.Of(SeedData.Service("DPM-SIP-04"), null, []));
    }

    private static JsonObject Answers(string json) => JsonNode.Parse(json)!.AsObject();

    private static ServiceDefinition With(string formula, FeeRounding rounding = FeeRounding.Nearest, int roundTo = 1) => Advert with
    {
        Fee = Advert.Fee with
        {
            Formula = new FeeFormula { Value = System.Text.Json.JsonSerializer.Deserialize<FeeTerm>(formula, DefinitionJson.Options)!, ExplainId = "x", ExplainEn = "x", Rounding = rounding, RoundTo = roundTo },
        },
    };
}
