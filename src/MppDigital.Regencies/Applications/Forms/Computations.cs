using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Works out computed fields, to as many decimals as their type tells.</summary>
internal static class Computations
{
    // Past this no type of number is stored; stopping here also keeps the arithmetic exact.
    private const decimal TooLarge = 1e15m;

    /// <returns>Null while an answer that it needs is missing; a number past all bounds when it is too large to tell.</returns>
    public static decimal? ValueOf(FormField field, FormScope scope) => field.Compute switch
    {
        null => null,
        { By: ComputeBy.Sum } sum => Sum(sum.Of.SelectMany(name => NumbersOf(name, scope)).ToList()) is { } total ? Round(total, field) : null,
        { By: ComputeBy.Product } product => All(product.Of, scope) is { } factors ? Round(factors.Aggregate(1m, Times), field) : null,
        { By: ComputeBy.Difference } pair => All(pair.Of, scope) is [var first, var second] ? Round(first - second, field) : null,
        { By: ComputeBy.Count } of => scope.AnswerTo(of.Of[0]) is JsonArray list ? list.Count : null,
        { By: ComputeBy.DaysBetween } days => DateOf(days.Of[0], scope) is { } from && DateOf(days.Of[1], scope) is { } to && to >= from ? to.DayNumber - from.DayNumber + 1 : null,
        _ => null,
    };

    private static decimal? Sum(List<decimal> numbers) => numbers.Count == 0 ? null : numbers.Sum();

    private static decimal Times(decimal product, decimal factor) => Math.Abs((double)product * (double)factor) > (double)TooLarge ? TooLarge : product * factor;

    private static decimal Round(decimal number, FormField field) => decimal.Round(number, field.Type == "number" ? 2 : 0, MidpointRounding.AwayFromZero);

    private static List<decimal>? All(IReadOnlyList<string> names, FormScope scope)
    {
        var numbers = names.Select(name => NumbersOf(name, scope)).ToList();
        return numbers.All(n => n.Count == 1) ? [.. numbers.Select(n => n[0])] : null;
    }

    /// <summary>One number, those of a member over all items (<c>bidang.luas</c>), or none.</summary>
    private static List<decimal> NumbersOf(string name, FormScope scope)
    {
        var nodes = name.Split('.') is [var group, var member]
            ? scope.AnswerTo(group) is JsonArray items ? items.OfType<JsonObject>().Select(item => item[member]) : []
            : [scope.AnswerTo(name)];
        return [.. nodes.OfType<JsonValue>().Where(n => n.GetValueKind() == JsonValueKind.Number).Select(Conditions.NumberOf)];
    }

    private static DateOnly? DateOf(string name, FormScope scope) =>
        DateOnly.TryParseExact(JsonText.Of(scope.AnswerTo(name)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
