using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Cli.Rules;

namespace MppDigital.Cli.Verbs;

/// <summary>
/// Judges one case a line: <c>{"nik": …}</c>, <c>{"kk": …}</c>, <c>{"phone": …}</c>, <c>{"nib": …}</c>, <c>{"npwp": …}</c>, <c>{"qris": …}</c> (or <c>payload</c>)
/// or <c>{"survey": [[…]]}</c> (or <c>scores</c>). An <c>id</c> comes back with the verdict; <c>today</c> stands in for the date of the call.
/// </summary>
internal static class RulesCheck
{
    private static readonly Dictionary<string, Func<JsonElement, RuleContext, JsonObject>> Rules = new(StringComparer.Ordinal)
    {
        ["nik"] = NumberRules.Nik,
        ["kk"] = NumberRules.FamilyCard,
        ["phone"] = NumberRules.Phone,
        ["nib"] = NumberRules.BusinessId,
        ["npwp"] = NumberRules.TaxNumber,
        ["qris"] = PaymentRule.Judge,
        ["payload"] = PaymentRule.Judge,
        ["survey"] = SurveyRule.Judge,
        ["scores"] = SurveyRule.Judge,
    };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("check", "Menilai kasus NIK, KK, telepon, NIB, NPWP, QRIS, atau survei: satu JSON per baris");
        command.SetAction((_, ct) => RunAsync(terminal, ct));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken ct)
    {
        var context = RuleContext.Create(terminal.Clock);
        var (judged, unreadable) = (0, 0);
        while (await terminal.In.ReadLineAsync(ct) is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var verdict = Judge(line, context);
            if (verdict is null) unreadable++;
            else judged++;
            await terminal.Out.WriteLineAsync((verdict ?? new JsonObject { ["valid"] = false, ["error"] = "unreadable" }).ToJsonString(CommandJson.Lines));
        }

        return ExitCode.Of(judged, unreadable);
    }

    private static JsonObject? Judge(string line, RuleContext context)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var given = document.RootElement;
            if (given.ValueKind != JsonValueKind.Object) return null;
            var rule = given.EnumerateObject().Select(p => p.Name).FirstOrDefault(Rules.ContainsKey);
            if (rule is null) return null;

            var at = given.TryGetProperty("today", out var today) ? context with { Today = today.Deserialize<DateOnly>(CommandJson.Lines) } : context;
            var verdict = new JsonObject();
            if (given.TryGetProperty("id", out var id)) verdict["id"] = JsonNode.Parse(id.GetRawText());
            verdict["rule"] = rule switch { "payload" => "qris", "scores" => "survey", _ => rule };
            foreach (var (name, value) in Rules[rule](given.GetProperty(rule), at).ToList()) verdict[name] = value?.DeepClone();
            return verdict;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
