using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications.Fees;

/// <summary>Works a fee out from the definition, the tariff and the answers as they will be stored. No amount ever comes from a client.</summary>
public static class AssessFee
{
    /// <returns>Neither where nothing is collected here: the service is free, or another system takes the money.</returns>
    public static (FeeAssessment? Fee, FeeFault? Fault) Of(ServiceDefinition service, long? tariff, JsonObject answers)
    {
        if (!service.DecidedHere || service.Fee.Type == "free") return (null, null);
        if (service.Fee.Formula is not { } formula)
            return ((service.Fee.AmountIdr ?? tariff) is > 0 and var whole ? new FeeAssessment(whole, [], "", "", tariff) : null, null);

        var reading = new FeeReading(service, tariff, new FormScope(service.FormFields, answers));
        try
        {
            if (reading.ValueOf(formula.Value) is not { } value) return (null, Missing(service, reading.Missed.FirstOrDefault() ?? ""));
            var amount = Rounded(Math.Max(0, value), formula);
            return amount > FeeRules.MostIdr ? (null, TooLarge(service, formula)) : (new FeeAssessment(amount, reading.Operands, formula.ExplainId, formula.ExplainEn, tariff), null);
        }
        catch (OverflowException)
        {
            return (null, TooLarge(service, formula));
        }
    }

    private static long Rounded(decimal value, FeeFormula formula)
    {
        var steps = value / formula.RoundTo;
        return checked((long)(formula.Rounding switch
        {
            FeeRounding.Down => decimal.Floor(steps),
            FeeRounding.Up => decimal.Ceiling(steps),
            _ => decimal.Round(steps, 0, MidpointRounding.AwayFromZero),
        }) * formula.RoundTo);
    }

    private static FeeFault Missing(ServiceDefinition service, string field) =>
        new(PointerOf(service, field), "Isi ini dulu, karena biayanya dihitung dari sini.", "Answer this first: the fee is worked out from it.");

    private static FeeFault TooLarge(ServiceDefinition service, FeeFormula formula) =>
        new(PointerOf(service, FieldsOf(formula).FirstOrDefault() ?? ""), "Biayanya menjadi lebih besar dari yang dapat ditagih. Periksa angka ini.", "The fee becomes larger than can be charged. Check this number.");

    private static IEnumerable<string> FieldsOf(FeeFormula formula) => formula.Value.Nodes().Select(n => n.Field ?? n.Choice?.Field).OfType<string>().Select(f => f.Split('.')[0]);

    /// <summary>Nobody types a computed answer: the first number that it is made of is what can be mended.</summary>
    private static string PointerOf(ServiceDefinition service, string field) =>
        service.FormFields.FirstOrDefault(f => f.Name == field)?.Compute is { Of: [var first, ..] } ? PointerOf(service, first.Split('.')[0]) : FormPointer.Of(field);
}
