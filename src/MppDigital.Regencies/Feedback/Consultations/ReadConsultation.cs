using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
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

public sealed record ConsultationList(IReadOnlyList<ConsultationRow> Items, AnsweringView Answering);

/// <param name="Agency">Whose officers answer.</param>
/// <param name="Officer">The <c>sub</c> of the one who does; empty: whoever of them, and always for whoever asked.</param>
public sealed record ConsultationRow(string Number, string Service, string Application, DateTimeOffset LastAt, DateTimeOffset? WaitingSince, string Agency, string Officer);

public sealed record ConsultationView(ConsultationRow Row, IReadOnlyList<ConsultationLine> Lines, AnsweringView Answering)
{
    public override string ToString() => Row.Number;
}

public sealed record ConsultationLine(DateTimeOffset At, bool ByOffice, string Text)
{
    public override string ToString() => "message";
}

internal sealed class ReadConsultationHandler(IDbContextFactory<RegencyDbContext> contexts, ConsultationViews views)
    : IUseCase<ListMyConsultations, ConsultationList>, IUseCase<ReadMyConsultation, ConsultationView>, IUseCase<ListConsultations, ConsultationList>, IUseCase<ReadConsultation, ConsultationView>
{
    public async Task<Outcome<ConsultationList>> HandleAsync(ListMyConsultations input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await views.ListAsync(db, db.Consultations.Where(c => c.Sub == input.Sub).OrderByDescending(c => c.LastAt), false, ct);
    }

    public async Task<Outcome<ConsultationList>> HandleAsync(ListConsultations input, CancellationToken ct)
    {
        var agencies = AgenciesOf(input.Staff);
        if (agencies.Count == 0) return Problems.WrongRole;
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await views.ListAsync(db, db.Consultations.Where(c => agencies.Contains(c.Agency)).OrderBy(c => c.WaitingSince == null).ThenBy(c => c.WaitingSince).ThenByDescending(c => c.LastAt), true, ct);
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(ReadMyConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LoadAsync(db, input.Number, ct) is { } talk && talk.Sub == input.Sub ? await views.OfAsync(db, talk, false, ct) : Problems.Unknown;
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(ReadConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await LoadAsync(db, input.Number, ct) is { } talk && AgenciesOf(input.Staff).Contains(talk.Agency) ? await views.OfAsync(db, talk, true, ct) : Problems.Unknown;
    }

    internal static HashSet<string> AgenciesOf(StaffMember staff) => [.. staff.Seats.Where(s => s.Role is OfficerRole.Officer or OfficerRole.Clerk).Select(s => s.Agency)];

    internal static Task<Consultation?> LoadAsync(RegencyDbContext db, string number, CancellationToken ct) => db.Consultations.Include(c => c.Messages.OrderBy(m => m.Sequence)).SingleOrDefaultAsync(c => c.Number == number, ct);
}

internal sealed class ConsultationViews(IServiceCatalog catalog, AnsweringTimes times, RegencySecrets secrets, CurrentRegency current, TimeProvider clock)
{
    private const int Most = 100;

    /// <param name="forStaff">Who asked is not told which officer has it.</param>
    public async Task<ConsultationList> ListAsync(RegencyDbContext db, IOrderedQueryable<Consultation> talks, bool forStaff, CancellationToken ct)
    {
        var found = await talks.ThenBy(c => c.Number).AsNoTracking().Take(Most).ToListAsync(ct);
        return new ConsultationList(found.ConvertAll(c => RowOf(c, forStaff)), await times.AtAsync(db, clock.GetUtcNow().UtcDateTime, ct));
    }

    public async Task<ConsultationView> OfAsync(RegencyDbContext db, Consultation talk, bool forStaff, CancellationToken ct) =>
        new(RowOf(talk, forStaff), [.. talk.Messages.Select(m => new ConsultationLine(current.Value.At(m.At), m.Officer.Length > 0, secrets.OpenReason(m.Text)))], await times.AtAsync(db, clock.GetUtcNow().UtcDateTime, ct));

    private ConsultationRow RowOf(Consultation talk, bool forStaff) =>
        new(talk.Number, catalog.Find(talk.Service)?.Definition.ShortName ?? talk.Service, talk.Application, current.Value.At(talk.LastAt), current.Value.At(talk.WaitingSince), talk.Agency, forStaff ? talk.Officer : "");
}
