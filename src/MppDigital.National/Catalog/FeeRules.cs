using MppDigital.National.Catalog.Definitions;

namespace MppDigital.National.Catalog;

/// <summary>A fee is the nation's or, where a law leaves it to them, the regency's; a formula takes only what the form has asked.</summary>
public static class FeeRules
{
    /// <summary>Twelve digits: what a payment code can carry (EMVCo MPM, tag 54 has 13 characters).</summary>
    public const long MostIdr = 999_999_999_999;

    private const int MostNodes = 30;
    private const int MostLevels = 5;
    private const int MostTerms = 10;
    private static readonly int[] Steps = [1, 10, 100, 500, 1000];

    /// <summary>The amount cannot be told before the regency has set its own.</summary>
    public static bool NeedsTariff(ServiceDefinition service) =>
        service.OverrideBounds?.Tariff is not null && (service.Fee.Formula is { } formula ? formula.Value.Nodes().Any(n => n.Tariff) : service.Fee.AmountIdr is null);

    internal static IEnumerable<DefinitionFault> Check(ServiceDefinition service)
    {
        var fee = service.Fee;
        if (!DefinitionRules.FeeTypes.Contains(fee.Type)) yield return new("$.fee.type", $"one of {string.Join(", ", DefinitionRules.FeeTypes)}");
        if (fee is { Type: "free", AmountIdr: not 0 }) yield return new("$.fee.amount_idr", "0, since the service is free");
        if (fee.AmountIdr < 0) yield return new("$.fee.amount_idr", "whole rupiah, not negative");
        if (fee.AmountIdr > MostIdr) yield return new("$.fee.amount_idr", $"at most {MostIdr} rupiah");
        if (service.OverrideBounds?.Tariff is { MaximumIdr: > MostIdr }) yield return new("$.override_bounds.tariff.maximum_idr", $"at most {MostIdr} rupiah");
        if (fee.Type == "pnbp" && service.OverrideBounds?.Tariff is not null) yield return new("$.override_bounds.tariff", "null, since a state fee is set by the nation alone");
        if (fee.Formula is not { } formula) yield break;
        const string At = "$.fee.formula";
        if (fee.AmountIdr is not null) yield return new("$.fee.amount_idr", "null, since the formula tells the amount");
        if (fee.Type == "free") yield return new(At, "null, since the service is free");
        if (!service.DecidedHere) yield return new(At, "null, since the fee is paid where the service is decided");
        if (string.IsNullOrWhiteSpace(formula.ExplainId)) yield return new($"{At}.explain_id", "a sentence");
        if (string.IsNullOrWhiteSpace(formula.ExplainEn)) yield return new($"{At}.explain_en", "a sentence");
        if (!Steps.Contains(formula.RoundTo)) yield return new($"{At}.round_to", $"one of {string.Join(", ", Steps)}");
        var takesTariff = formula.Value.Nodes().Any(n => n.Tariff);
        if (takesTariff && service.OverrideBounds?.Tariff is null) yield return new($"{At}.value", "no tariff, or override_bounds.tariff that lets a regency set one");
        if (takesTariff && (formula.TariffId.Length == 0 || formula.TariffEn.Length == 0)) yield return new($"{At}.tariff_id", "what the tariff is the price of, in both languages");
        if (formula.Value.Nodes().Count() > MostNodes || LevelsOf(formula.Value) > MostLevels) yield return new($"{At}.value", $"at most {MostNodes} parts in {MostLevels} levels");
        else foreach (var fault in Term(formula.Value, new FieldsBefore(service.FormFields, null), $"{At}.value")) yield return fault;
    }

    private static IEnumerable<DefinitionFault> Term(FeeTerm term, FieldsBefore form, string at)
    {
        var below = term.Below();
        var kinds = new[] { term.Amount is not null, term.Field is not null, term.Choice is not null, term.Tariff, term.Sum is not null, term.Product is not null, term.Difference is not null, term.Least is not null, term.Greatest is not null, term.First is not null };
        if (kinds.Count(k => k) != 1) return [new(at, "one of amount, field, choice, tariff, sum, product, difference, least, greatest, first")];
        if (term.Amount is { } amount) return Math.Abs(amount) > MostIdr ? [new($"{at}.amount", $"at most {MostIdr}")] : [];
        if (term.Field is { } name) return IsNumber(name, form) ? [] : [new($"{at}.field", "a number of the form, or group.member")];
        if (term.Choice is { } choice) return Choice(choice, form, $"{at}.choice");
        if (below is not { } parts) return [];
        var (least, most) = parts.Name == "difference" ? (2, 2) : (1, MostTerms);
        return parts.Terms.Count < least || parts.Terms.Count > most
            ? [new($"{at}.{parts.Name}", least == most ? "two parts" : Expectation.Of($"1 to {MostTerms} parts"))]
            : parts.Terms.Index().SelectMany(p => Term(p.Item, form, $"{at}.{parts.Name}[{p.Index}]"));
    }

    private static IEnumerable<DefinitionFault> Choice(FeeChoice choice, FieldsBefore form, string at)
    {
        if (form.Find(choice.Field) is not { Type: "enum", Options: { } options })
        {
            yield return new($"{at}.field", "a field with options");
            yield break;
        }

        var named = choice.Amounts.Select(a => a.Value).ToList();
        if (named.Distinct(StringComparer.Ordinal).Count() != named.Count || !named.ToHashSet(StringComparer.Ordinal).SetEquals(options.Select(o => o.Value)))
            yield return new($"{at}.amounts", $"each option once: {string.Join(", ", options.Select(o => o.Value))}");
        foreach (var (i, amount) in choice.Amounts.Index().Where(a => Math.Abs(a.Item.Amount) > MostIdr)) yield return new($"{at}.amounts[{i}].amount", $"at most {MostIdr}");
    }

    private static bool IsNumber(string name, FieldsBefore form) => name.Split('.') is [var group, var member]
        ? form.Find(group) is { IsGroup: true, Fields: { } members } && members.Any(m => m.Name == member && FieldTypes.IsNumber(m.Type))
        : form.Find(name) is { } field && FieldTypes.IsNumber(field.Type);

    private static int LevelsOf(FeeTerm term) => 1 + (term.Below()?.Terms ?? []).Select(LevelsOf).DefaultIfEmpty(0).Max();
}
