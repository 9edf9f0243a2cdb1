using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Platform.Identification;

namespace MppDigital.Cli.Rules;

internal static class NumberRules
{
    public static JsonObject Nik(JsonElement given, RuleContext context)
    {
        var digits = Text(given);
        if (Platform.Identification.Nik.FaultOf(digits, context.Today) is { } fault) return Invalid(KebabCase(fault));
        var verdict = Valid();
        verdict["warning"] = context.Regencies is { } regencies && Platform.Identification.Nik.WarningOf(digits, regencies) is { } warning ? KebabCase(warning) : null;
        verdict["regency"] = $"{digits[..2]}.{digits[2..4]}";
        verdict["birth"] = Platform.Identification.Nik.BirthDateOf(digits, context.Today)?.ToString("O", CultureInfo.InvariantCulture);
        verdict["sex"] = Platform.Identification.Nik.SexOf(digits) == Sex.Female ? "F" : "M";
        verdict["serial"] = digits[12..];
        verdict["masked"] = Platform.Identification.Nik.Mask(digits);
        return verdict;
    }

    public static JsonObject FamilyCard(JsonElement given, RuleContext context) => FamilyCardNumber.IsSound(Text(given)) ? Valid() : Invalid("family-card");

    public static JsonObject BusinessId(JsonElement given, RuleContext context) => Platform.Identification.BusinessId.IsSound(Text(given)) ? Valid() : Invalid("business-id");

    public static JsonObject TaxNumber(JsonElement given, RuleContext context)
    {
        if (Platform.Identification.TaxNumber.Normalise(Text(given)) is not { } digits) return Invalid("tax-number");
        var verdict = Valid();
        verdict["npwp16"] = digits;
        verdict["kind"] = Platform.Identification.TaxNumber.IsPerson(digits, context.Today) ? "perorangan" : "badan";
        return verdict;
    }

    public static JsonObject Phone(JsonElement given, RuleContext context)
    {
        if (!IndonesianPhone.TryNormalize(Text(given), out var e164)) return Invalid("phone");
        var verdict = Valid();
        verdict["e164"] = e164;
        verdict["kind"] = IndonesianPhone.TakesMessages(e164) ? "mobile" : "landline";
        return verdict;
    }

    internal static JsonObject Valid() => new() { ["valid"] = true, ["error"] = null };

    internal static JsonObject Invalid(string reason) => new() { ["valid"] = false, ["error"] = reason };

    /// <summary>A number written without quotes would have lost its leading zeros: it is no case.</summary>
    private static string Text(JsonElement given) => given.ValueKind == JsonValueKind.String ? given.GetString()! : throw new JsonException("expected a text");

    private static string KebabCase<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
