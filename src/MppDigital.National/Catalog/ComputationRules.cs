using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>A computed field takes earlier answers of fitting types, and nobody else says what it is.</summary>
internal static class ComputationRules
{
    private const int MostOperands = 10;

    public static IEnumerable<DefinitionFault> Check(FormField field, FieldsBefore before, string at)
    {
        if (field.Compute is not { } compute) yield break;
        if (field.Required || field.RequiredWhen is not null) yield return new($"{at}.required", "false, since nobody types a computed value");
        if (field.Prefilled || field.Source is not null) yield return new($"{at}.source", "null, since the value is computed");
        if (!IsResult(field.Type, compute.By)) yield return new($"{at}.type", compute.By is ComputeBy.Count or ComputeBy.DaysBetween ? "integer" : "integer, number or money");
        var count = compute.Of.Count;
        if (compute.By switch
        {
            ComputeBy.Count => count != 1,
            ComputeBy.Difference or ComputeBy.DaysBetween => count != 2,
            ComputeBy.Product => count is < 2 or > MostOperands,
            _ => count is < 1 or > MostOperands,
        }) yield return new($"{at}.compute.of", compute.By switch { ComputeBy.Count => Expectation.Of("one field"), ComputeBy.Difference or ComputeBy.DaysBetween => "two fields", _ => Expectation.Of($"up to {MostOperands} fields") });
        foreach (var (i, name) in compute.Of.Index())
        {
            if (!IsOperand(name, compute.By, before)) yield return new($"{at}.compute.of[{i}]", Expected(compute.By));
        }
    }

    private static bool IsResult(string type, ComputeBy by) => by is ComputeBy.Count or ComputeBy.DaysBetween ? type == "integer" : FieldTypes.IsNumber(type);

    private static bool IsOperand(string name, ComputeBy by, FieldsBefore before)
    {
        if (by == ComputeBy.Sum && name.Split('.') is [var group, var member])
            return before.Find(group) is { IsGroup: true, Fields: { } members } && members.Any(m => m.Name == member && FieldTypes.IsNumber(m.Type));
        return before.Find(name) is { } field && by switch
        {
            ComputeBy.Count => field.IsGroup || FieldTypes.IsList(field.Type),
            ComputeBy.DaysBetween => field.Type == "date",
            _ => FieldTypes.IsNumber(field.Type),
        };
    }

    private static string Expected(ComputeBy by) => by switch
    {
        ComputeBy.Count => "a group or list asked before",
        ComputeBy.DaysBetween => "a date asked before",
        ComputeBy.Sum => "a number asked before, or group.member",
        _ => "a number asked before",
    };
}
