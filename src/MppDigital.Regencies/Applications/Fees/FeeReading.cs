using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications.Forms;

namespace MppDigital.Regencies.Applications.Fees;

/// <summary>Walks a formula over one set of answers and notes each number that it takes on the way.</summary>
internal sealed class FeeReading(ServiceDefinition service, long? tariff, FormScope scope)
{
    private readonly List<FeeOperand> operands = [];

    public IReadOnlyList<FeeOperand> Operands => operands;

    /// <summary>Names of answers that were looked for in vain.</summary>
    public List<string> Missed { get; } = [];

    /// <exception cref="OverflowException">Larger than any number that is kept.</exception>
    public decimal? ValueOf(FeeTerm term) => term switch
    {
        { Amount: { } amount } => amount,
        { Field: { } name } => Answered(name),
        { Choice: { } choice } => Chosen(choice),
        { Tariff: true } => Tariff(),
        { Sum: { } terms } => Some(terms) is { Count: > 0 } numbers ? numbers.Aggregate(0m, (total, n) => total + n) : null,
        { Product: { } terms } => All(terms) is { } factors ? factors.Aggregate(1m, (product, n) => product * n) : null,
        { Difference: { } terms } => All(terms) is [var first, var second] ? first - second : null,
        { Least: { } terms } => Some(terms) is { Count: > 0 } numbers ? numbers.Min() : null,
        { Greatest: { } terms } => Some(terms) is { Count: > 0 } numbers ? numbers.Max() : null,
        { First: { } terms } => FirstOf(terms),
        _ => null,
    };

    private List<decimal> Some(IReadOnlyList<FeeTerm> terms) => [.. terms.Select(ValueOf).OfType<decimal>()];

    private List<decimal>? All(IReadOnlyList<FeeTerm> terms)
    {
        var values = terms.Select(ValueOf).ToList();
        return values.TrueForAll(v => v is not null) ? [.. values.OfType<decimal>()] : null;
    }

    private decimal? FirstOf(IReadOnlyList<FeeTerm> terms)
    {
        var missed = Missed.Count;
        if (terms.Select(ValueOf).FirstOrDefault(v => v is not null) is not { } value) return null;
        // Another answer stood in for them.
        Missed.RemoveRange(missed, Missed.Count - missed);
        return value;
    }

    private decimal? Miss(string name)
    {
        Missed.Add(name.Split('.')[0]);
        return null;
    }

    private decimal? Answered(string name)
    {
        var nodes = name.Split('.') is [var group, var member]
            ? scope.AnswerTo(group) is JsonArray items ? items.OfType<JsonObject>().Select(item => item[member]) : []
            : [scope.AnswerTo(name)];
        var numbers = nodes.OfType<JsonValue>().Where(n => n.GetValueKind() == System.Text.Json.JsonValueKind.Number).Select(Conditions.NumberOf).ToList();
        return numbers.Count == 0 ? Miss(name) : Note(FieldOf(name), numbers.Sum());
    }

    private decimal? Chosen(FeeChoice choice) =>
        JsonText.Of(scope.AnswerTo(choice.Field)) is { } value && choice.Amounts.FirstOrDefault(a => a.Value == value) is { } option
            ? Note(new FeeOperand(LabelOf(choice.Field, value).Id, LabelOf(choice.Field, value).En, option.Amount, option.Amount >= 100))
            : Miss(choice.Field);

    private decimal? Tariff() => tariff is { } set ? Note(new FeeOperand(service.Fee.Formula!.TariffId, service.Fee.Formula.TariffEn, set, true)) : null;

    private (string Id, string En) LabelOf(string field, string option) =>
        service.FormFields.FirstOrDefault(f => f.Name == field)?.Options?.FirstOrDefault(o => o.Value == option) is { } chosen ? (chosen.LabelId, chosen.LabelEn) : (option, option);

    private FormField? FieldOf(string name) => name.Split('.') is [var group, var member]
        ? service.FormFields.FirstOrDefault(f => f.Name == group)?.Fields?.FirstOrDefault(f => f.Name == member)
        : service.FormFields.FirstOrDefault(f => f.Name == name);

    private decimal Note(FormField? field, decimal value) => Note(new FeeOperand(field?.Label ?? "", field?.LabelEn ?? "", value, field?.Type == "money"));

    private decimal Note(FeeOperand operand)
    {
        operands.Add(operand);
        return operand.Value;
    }
}
