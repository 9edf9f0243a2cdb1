using System.Text.Json;
using System.Text.Json.Nodes;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Consents;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Forms;
using Kept = MppDigital.National.Residents.Facts.FactOrigin;
using Vaulted = MppDigital.National.Residents.Consents.Reuse;

namespace MppDigital.Regencies.Applications.Reuse;

/// <summary>
/// Asks the vault for what the form needs and no register has told. One call, and none where the definition has nothing that could be there. What it
/// may not tell is offered, never used.
/// </summary>
internal sealed class AskVault(IUseCase<ReadReuse, Vaulted> read, ITenantDirectory directory, CurrentRegency current, TimeProvider clock)
{
    public async Task<GatheredFacts> CompleteAsync(GatheredFacts gathered, Applicant applicant, ServiceDefinition service, CancellationToken ct)
    {
        // Whoever acts for somebody writes the answers: only its owner opens a vault.
        if (applicant.By is not null) return gathered;
        var needs = NeedsOf(gathered, service).ToList();
        if (needs.Count == 0) return gathered;
        var found = (await read.HandleAsync(new ReadReuse(
            applicant.Sub, applicant.Nik, current.Value.Code, service.Code, [.. needs.Select(n => n.Fact).Distinct()], needs.Where(n => n.Law is not null).Select(n => n.Fact).ToHashSet()), ct)).Value;
        if (found is null || (found.Open.Count == 0 && found.Granted.Count == 0)) return gathered;

        var held = new List<HeldFact>();
        var choices = gathered.Held.Choices.ToDictionary();
        var papers = new Dictionary<string, ConsentItem>();
        var confirmed = new List<string>();
        foreach (var need in needs)
        {
            var granted = found.Granted.Where(g => g.Item.Fact == need.Fact).ToList();
            if (granted.Count == 0) continue;
            if (need.Field is { } field) Fill(field, granted, found.Consent, service, held, choices);
            else if (granted.Any(g => g.Number.Length > 0)) confirmed.Add(need.Requirement!.Code);
            else if (granted[0] is { Item.Document: not null }) papers[need.Requirement!.Code] = granted[0].Item;
        }

        return new GatheredFacts(
            new HeldFacts([.. gathered.Held.All, .. held], gathered.Held.SilentSources) { Applicant = gathered.Held.Applicant, Choices = choices },
            gathered.Confirmed.Concat(confirmed).ToHashSet(), gathered.Connected.Concat(confirmed).ToHashSet())
        {
            Reuse = new ReuseHere(found.Consent, [.. OfferedOf(needs, found.Open)], papers) { Duties = [.. DutiesOf(needs, found.Granted)] },
        };
    }

    private static IEnumerable<Need> NeedsOf(GatheredFacts gathered, ServiceDefinition service)
    {
        foreach (var field in service.FormFields)
        {
            if (ReusableFacts.NameOf(field) is { } fact && gathered.Held.ValueFor(field) is null) yield return new Need(fact, field, null, field.Reuse, new Wording(field.Label, field.LabelEn));
        }

        foreach (var requirement in service.Requirements)
        {
            if (requirement.Reuse is { } reuse && !gathered.Confirmed.Contains(requirement.Code)) yield return new Need(reuse.Fact, null, requirement, reuse, new Wording(requirement.NameId, requirement.NameEn));
        }
    }

    /// <summary>One answer is filled in; of several the person picks.</summary>
    private void Fill(FormField field, List<GrantedItem> granted, ConsentMark? consent, ServiceDefinition service, List<HeldFact> held, Dictionary<string, IReadOnlyList<HeldChoice>> choices)
    {
        if (granted.Count > 1)
        {
            choices[field.Name] = [.. granted.Where(g => g.Number.Length > 0).Select(g => new HeldChoice(g.Number, g.Number, $"{g.Item.Label}, {NameOf(g.Item.Regency)}"))];
            return;
        }

        var one = granted[0];
        var value = one.Value is { } told ? JsonNode.Parse(told.GetRawText()) : one.Number.Length > 0 ? JsonValue.Create(one.Number) : null;
        if (value is null || !Fits(field, value, service)) return;
        var mark = new VaultMark(one.ByLaw ? "" : consent?.Number ?? "", one.Item.Origin == Kept.Office, NameOf(one.Item.Regency));
        held.Add(new HeldFact(field.Name, value, one.Item.Source, one.Item.VerifiedAt) { Vault = mark });
    }

    /// <summary>What fitted another service's form need not fit this one's; then it is asked.</summary>
    private bool Fits(FormField field, JsonNode value, ServiceDefinition service) =>
        FormValidator.CheckDraft(service with { FormFields = [field with { ShowWhen = null }] }, JsonSerializer.SerializeToElement(new JsonObject { [field.Name] = value.DeepClone() }), HeldFacts.None, directory, DateOnly.FromDateTime(current.Value.At(clock.GetUtcNow().UtcDateTime).Date))
            .ErrorsOf([field.Name]).All(e => !e.At.StartsWith(FormPointer.Of(field.Name), StringComparison.Ordinal));

    private static IEnumerable<ReuseOffer> OfferedOf(List<Need> needs, IReadOnlyList<ConsentItem> open) =>
        open.Select(item => needs.FirstOrDefault(n => n.Fact == item.Fact) is { } need ? new ReuseOffer(item, need.Name) : null).OfType<ReuseOffer>();

    private static IEnumerable<ReuseDuty> DutiesOf(List<Need> needs, IReadOnlyList<GrantedItem> granted) =>
        granted.Where(g => g.ByLaw).Select(g => needs.FirstOrDefault(n => n.Fact == g.Item.Fact && n.Law is not null) is { } need ? new ReuseDuty(g.Item, need.Name, need.Law!.Value) : null).OfType<ReuseDuty>();

    private string NameOf(string code) => RegencyCode.TryParse(code, out var parsed) && directory.Find(parsed) is { } regency ? regency.Name : code;

    private sealed record Need(string Fact, FormField? Field, Requirement? Requirement, FactReuse? Reuse, Wording Name)
    {
        public Wording? Law => Reuse?.DutyId is { } duty ? new Wording(duty, Reuse.DutyEn ?? duty) : null;
    }
}
