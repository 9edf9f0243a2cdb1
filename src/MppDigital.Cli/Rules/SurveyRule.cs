using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Regencies.Feedback;

namespace MppDigital.Cli.Rules;

internal static class SurveyRule
{
    public static JsonObject Judge(JsonElement given, RuleContext context)
    {
        var sheets = given.Deserialize<int[]?[]>(CommandJson.Lines)?.Select(row => row ?? throw new JsonException("expected rows of scores")).ToList();
        if (sheets is null) throw new JsonException("expected rows of scores");
        if (SatisfactionIndex.Of(sheets, out var error) is not { } index) return NumberRules.Invalid(error!);
        var verdict = NumberRules.Valid();
        verdict["respondents"] = index.Respondents;
        verdict["nrr"] = new JsonArray([.. index.ElementMeans.Select(m => (JsonNode)Fixed(m, 4))]);
        verdict["skm"] = Fixed(index.Value, 4);
        verdict["ikm"] = Fixed(index.Converted, 2);
        verdict["grade"] = index.Grade.ToString();
        return verdict;
    }

    /// <summary>As printed in reports, trailing zeros kept.</summary>
    private static string Fixed(decimal value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
}
