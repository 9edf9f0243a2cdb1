using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;

namespace MppDigital.Regencies.Applications.Forms;

/// <summary>Whether the conditions of a definition hold for the answers reached so far.</summary>
internal static class Conditions
{
    public static bool IsAsked(FormField field, FormScope scope) => field.ShowWhen is not { } show || Hold(show, scope);

    public static bool IsRequired(FormField field, FormScope scope) => field.Required || (field.RequiredWhen is { } when && Hold(when, scope));

    public static bool Hold(FormCondition condition, FormScope scope) => condition switch
    {
        { All: { } all } => all.All(c => Hold(c, scope)),
        { Any: { } any } => any.Any(c => Hold(c, scope)),
        { Not: { } not } => !Hold(not, scope),
        { Field: { } field } => Passes(condition, scope.AnswerTo(field), scope),
        _ => false,
    };

    private static bool Passes(FormCondition test, JsonNode? answer, FormScope scope) => (answer, test) switch
    {
        (_, { Present: { } present }) => present == answer is not null,
        (null, _) => false,
        (_, { Is: { } value }) => Same(answer, value),
        (_, { OneOf: { } values }) => values.Any(v => Same(answer, v)),
        (JsonArray list, { Includes: { } item }) => list.Any(i => i is not null && Same(i, item)),
        (_, { Compare: { } how, To: { } to }) => Ordered(answer, JsonNode.Parse(to.GetRawText()), how),
        (_, { Compare: { } how, ToField: { } other }) => Ordered(answer, scope.AnswerTo(other), how),
        _ => false,
    };

    private static bool Same(JsonNode answer, JsonElement value) => answer.GetValueKind() == value.ValueKind && value.ValueKind switch
    {
        JsonValueKind.String => value.ValueEquals(answer.GetValue<string>()),
        JsonValueKind.Number => NumberOf(answer) == value.GetDecimal(),
        JsonValueKind.True or JsonValueKind.False => true,
        _ => false,
    };

    private static bool Ordered(JsonNode answer, JsonNode? other, FormComparison how)
    {
        if (other is null || answer.GetValueKind() != other.GetValueKind()) return false;
        // Dates and times are stored so that their texts are in their order.
        var order = answer.GetValueKind() switch
        {
            JsonValueKind.Number => NumberOf(answer).CompareTo(NumberOf(other)),
            JsonValueKind.String => string.CompareOrdinal(answer.GetValue<string>(), other.GetValue<string>()),
            _ => (int?)null,
        };
        return how switch
        {
            FormComparison.Less => order < 0,
            FormComparison.AtMost => order <= 0,
            FormComparison.Greater => order > 0,
            _ => order >= 0,
        };
    }

    /// <summary>However the node came to be, from text or from our own number.</summary>
    internal static decimal NumberOf(JsonNode number) => decimal.Parse(number.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
