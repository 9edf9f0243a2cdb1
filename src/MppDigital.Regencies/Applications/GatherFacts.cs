using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MppDigital.Connectors.Facts;
using MppDigital.National.Catalog;
using MppDigital.National.Residents.Looks;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Access;
using MppDigital.Regencies.Applications.Forms;
using MppDigital.Regencies.Applications.Reuse;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>What is known before the citizen types: the form's facts, and which requirements a register has confirmed.</summary>
/// <param name="Confirmed">Codes of requirements that their register answered with yes.</param>
/// <param name="Connected">Codes of requirements whose register exists for us, whether or not it answered.</param>
internal sealed record GatheredFacts(HeldFacts Held, IReadOnlySet<string> Confirmed, IReadOnlySet<string> Connected)
{
    /// <summary>What the person's vault adds; nothing where it was not asked.</summary>
    public ReuseHere Reuse { get; init; } = ReuseHere.None;
}

/// <summary>Asks the registers once and remembers their answers, so that neither the next step nor the submission waits for them.</summary>
internal sealed class GatherFacts(IFactSource registers, RegencySecrets secrets, AskVault vault, IDatabaseEngine engine, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    // A register that did not answer is asked again soon: it may have been one bad minute.
    private static readonly TimeSpan FreshWhenSilent = TimeSpan.FromMinutes(1);

    /// <summary>With what the vault holds besides; for a service that is applied for by itself.</summary>
    public async Task<GatheredFacts> WithVaultAsync(RegencyDbContext db, Applicant applicant, ServiceDefinition service, CancellationToken ct) =>
        await vault.CompleteAsync(await ForAsync(db, applicant, service, ct), applicant, service, ct);

    public async Task<GatheredFacts> ForAsync(RegencyDbContext db, Applicant applicant, ServiceDefinition service, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var row = await db.HeldFacts.SingleOrDefaultAsync(f => f.Sub == applicant.Sub && f.Source == service.Code, ct);
        if (row is not null)
        {
            var known = secrets.Open<StoredFacts>("held-facts", row.Values);
            if (now - row.AsOf < (known.Silent.Count > 0 ? FreshWhenSilent : Fresh)) return Compose(known, applicant, service, now);
        }

        var asked = await AskAsync(applicant, service, ct);
        var value = secrets.Seal("held-facts", asked);
        if (row is not null) (row.Values, row.AsOf) = (value, now);
        if (asked.Asked.Count > 0) AccessBook.Note(db, new AccessRow { At = now, Sub = applicant.Sub, Service = service.Code, Purpose = LookPurposes.AskRegister, Fields = string.Join(' ', asked.Asked) });
        var entry = row is not null ? db.Entry(row) : db.HeldFacts.Add(new HeldFactRow { Sub = applicant.Sub, Source = service.Code, Values = value, AsOf = now });
        try
        {
            await db.SaveChangesAsync(ct);
            if (asked.Asked.Count > 0) signal.Raise(current.Value.Code);
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // The same person on a second device: what that one stored is as good.
        }

        // This row alone: what else the caller has loaded is still to be changed and saved.
        entry.State = EntityState.Detached;
        return Compose(asked, applicant, service, now);
    }

    private async Task<StoredFacts> AskAsync(Applicant applicant, ServiceDefinition service, CancellationToken ct)
    {
        var sources = service.FormFields.Where(f => f.Prefilled).Select(f => f.Source).Concat(service.Requirements.Select(r => r.OnceOnlySource)).OfType<string>().Distinct().ToList();
        var questions = sources.Select(registers.QuestionFor).OfType<string>().Distinct().ToList();
        var answers = await Task.WhenAll(questions.Select(q => registers.AskAsync(new FactRequest(q, applicant.Nik, current.Value.Code), ct)));
        var byQuestion = questions.Zip(answers).ToDictionary(p => p.First, p => p.Second);
        FactAnswer? AnswerTo(string source) => registers.QuestionFor(source) is { } question ? byQuestion[question] : null;

        var stored = new StoredFacts { Asked = questions };
        stored.Silent.AddRange(sources.Where(s => AnswerTo(s) is FactAnswer.Unavailable));
        stored.Connected.AddRange(service.Requirements.Where(r => r.OnceOnlySource is { } s && AnswerTo(s) is { } answer and not FactAnswer.NotConnected).Select(r => r.Code));
        stored.Confirmed.AddRange(service.Requirements.Where(r => r.OnceOnlySource is { } s && AnswerTo(s) is FactAnswer.Found found && found.Facts.Confirms(s)).Select(r => r.Code));
        foreach (var field in service.FormFields.Where(f => f is { Prefilled: true, Source: not null }))
        {
            if (AnswerTo(field.Source!) is not FactAnswer.Found found) continue;
            if (found.Facts.ValueFor(field.Source!, field.Name) is { } value && JsonNode.Parse(value.GetRawText()) is { } node) stored.Facts.Add(new HeldFact(field.Name, node, found.Source, found.AsOf));
            var choices = found.Facts.ChoicesFor(field.Source!, field.Name);
            if (choices.Count > 0) stored.Choices[field.Name] = [.. choices.Select(c => new HeldChoice(c.Value, c.Label, c.Detail))];
        }

        return stored;
    }

    /// <summary>The account's own telephone and mail are never stored again: the login has them.</summary>
    private static GatheredFacts Compose(StoredFacts stored, Applicant applicant, ServiceDefinition service, DateTime now)
    {
        var account = service.FormFields.Where(f => f.Prefilled).Select(f => f.Source switch
        {
            "account.phone" when applicant.Phone.Length > 0 => new HeldFact(f.Name, applicant.Phone, "account.phone", now),
            "account.email" when applicant.Email.Length > 0 => new HeldFact(f.Name, applicant.Email, "account.email", now),
            _ => null,
        }).OfType<HeldFact>();
        var held = new HeldFacts([.. stored.Facts, .. account], stored.Silent) { Choices = stored.Choices.ToDictionary(c => c.Key, c => (IReadOnlyList<HeldChoice>)c.Value) };
        return new GatheredFacts(held, stored.Confirmed.ToHashSet(), stored.Connected.ToHashSet());
    }

    /// <summary>What registers said the last time this service asked them; empty when that is forgotten.</summary>
    public async Task<IReadOnlyList<HeldFact>> SaidAsync(RegencyDbContext db, string sub, string service, CancellationToken ct) =>
        await db.HeldFacts.AsNoTracking().SingleOrDefaultAsync(f => f.Sub == sub && f.Source == service, ct) is { } row ? secrets.Open<StoredFacts>("held-facts", row.Values).Facts : [];

    private sealed class StoredFacts
    {
        /// <summary>Questions that were put to registers.</summary>
        public List<string> Asked { get; init; } = [];

        public List<HeldFact> Facts { get; init; } = [];

        public Dictionary<string, List<HeldChoice>> Choices { get; init; } = [];

        public List<string> Silent { get; init; } = [];

        public List<string> Confirmed { get; init; } = [];

        public List<string> Connected { get; init; } = [];
    }
}
