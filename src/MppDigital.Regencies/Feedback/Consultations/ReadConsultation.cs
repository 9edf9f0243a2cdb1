using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>A person's own conversations, and when somebody answers.</summary>
public sealed record ListMyConsultations(string Sub);

/// <summary>One of a person's own conversations.</summary>
public sealed record ReadMyConsultation(string Sub, string Number);

/// <summary>Conversations that wait for this officer's agency, the longest first; then the latest others.</summary>
public sealed record ListConsultations(StaffMember Staff);

/// <summary>One conversation at the desk.</summary>
public sealed record ReadConsultation(StaffMember Staff, string Number);

/// <summary>An officer answers.</summary>
public sealed record AnswerConsultation(StaffMember Staff, string Number, string Text)
{
    public override string ToString() => $"answer in {Number}";
}

public sealed record ConsultationList(IReadOnlyList<ConsultationRow> Items, AnsweringView Answering);

public sealed record ConsultationRow(string Number, string Service, string Application, DateTimeOffset LastAt, DateTimeOffset? WaitingSince);

public sealed record ConsultationView(ConsultationRow Row, IReadOnlyList<ConsultationLine> Lines, AnsweringView Answering)
{
    public override string ToString() => Row.Number;
}

public sealed record ConsultationLine(DateTimeOffset At, bool ByOffice, string Text)
{
    public override string ToString() => "message";
}

internal sealed class ReadConsultationHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, AnsweringTimes times, RegencySecrets secrets, CurrentRegency current, IDatabaseEngine engine, TimeProvider clock)
    : IUseCase<ListMyConsultations, ConsultationList>, IUseCase<ReadMyConsultation, ConsultationView>, IUseCase<ListConsultations, ConsultationList>, IUseCase<ReadConsultation, ConsultationView>,
        IUseCase<AnswerConsultation, ConsultationView>
{
    private const int Most = 100;

    public async Task<Outcome<ConsultationList>> HandleAsync(ListMyConsultations input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ListAsync(db, db.Consultations.Where(c => c.Sub == input.Sub).OrderByDescending(c => c.LastAt), ct);
    }

    public async Task<Outcome<ConsultationList>> HandleAsync(ListConsultations input, CancellationToken ct)
    {
        var agencies = AgenciesOf(input.Staff);
        if (agencies.Count == 0) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ListAsync(db, db.Consultations.Where(c => agencies.Contains(c.Agency)).OrderBy(c => c.WaitingSince == null).ThenBy(c => c.WaitingSince).ThenByDescending(c => c.LastAt), ct);
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(ReadMyConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LoadAsync(db, input.Number, ct) is { } talk && talk.Sub == input.Sub ? await ViewAsync(db, talk, ct) : Problems.Unknown;
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(ReadConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LoadAsync(db, input.Number, ct) is { } talk && AgenciesOf(input.Staff).Contains(talk.Agency) ? await ViewAsync(db, talk, ct) : Problems.Unknown;
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(AnswerConsultation input, CancellationToken ct)
    {
        if (AskOfficeHandler.FaultOf(input.Text) is { } fault) return fault;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await LoadAsync(db, input.Number, ct) is not { } talk || !AgenciesOf(input.Staff).Contains(talk.Agency)) return Problems.Unknown;
        talk.Reply(input.Staff.Sub, secrets.SealReason(input.Text.Trim()), clock.GetUtcNow().UtcDateTime);
        if (await AskOfficeHandler.SaveAsync(db, engine, ct) is { } stale) return stale;
        return await ViewAsync(db, talk, ct);
    }

    private static HashSet<string> AgenciesOf(StaffMember staff) => [.. staff.Seats.Where(s => s.Role is OfficerRole.Officer or OfficerRole.Clerk).Select(s => s.Agency)];

    private static Task<Consultation?> LoadAsync(RegencyDbContext db, string number, CancellationToken ct) => db.Consultations.Include(c => c.Messages.OrderBy(m => m.Sequence)).SingleOrDefaultAsync(c => c.Number == number, ct);

    private async Task<Outcome<ConsultationList>> ListAsync(RegencyDbContext db, IOrderedQueryable<Consultation> talks, CancellationToken ct)
    {
        var found = await talks.ThenBy(c => c.Number).AsNoTracking().Take(Most).ToListAsync(ct);
        return new ConsultationList(found.ConvertAll(RowOf), await times.AtAsync(db, clock.GetUtcNow().UtcDateTime, ct));
    }

    private async Task<Outcome<ConsultationView>> ViewAsync(RegencyDbContext db, Consultation talk, CancellationToken ct) =>
        new ConsultationView(RowOf(talk), [.. talk.Messages.Select(m => new ConsultationLine(current.Value.At(m.At), m.Officer.Length > 0, secrets.OpenReason(m.Text)))], await times.AtAsync(db, clock.GetUtcNow().UtcDateTime, ct));

    private ConsultationRow RowOf(Consultation talk) => new(talk.Number, catalog.Find(talk.Service)?.Definition.ShortName ?? talk.Service, talk.Application, current.Value.At(talk.LastAt), current.Value.At(talk.WaitingSince));
}
