using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.Connectors.Qris;

namespace MppDigital.Cli.Rules;

internal static class PaymentRule
{
    public static JsonObject Judge(JsonElement given, RuleContext context)
    {
        if (given.ValueKind != JsonValueKind.String) throw new JsonException("expected a text");
        if (QrisPayload.Read(given.GetString()!, out var error) is not { } payload) return NumberRules.Invalid(error!);
        var verdict = NumberRules.Valid();
        verdict["isQris"] = payload.IsQris;
        verdict["method"] = payload.IsDynamic ? "dynamic" : "static";
        verdict["amount"] = payload.Amount;
        verdict["currency"] = payload.Currency;
        verdict["country"] = payload.Country;
        verdict["merchant"] = payload.Merchant;
        verdict["city"] = payload.City;
        verdict["nmid"] = payload.Nmid;
        verdict["billNumber"] = payload.BillNumber;
        verdict["reference"] = payload.Reference;
        verdict["fixedFee"] = payload.FixedFee;
        verdict["percentFee"] = payload.PercentFee;
        verdict["crc"] = payload.Crc;
        return verdict;
    }
}
