using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>An officer answers.</summary>
public sealed record AnswerConsultation(StaffMember Staff, string Number, string Text)
{
    public override string ToString() => $"answer in {Number}";
}

/// <summary>Gives a question to one officer of the agency, who alone answers from then on; any of them can take it back or hand it on.</summary>
/// <param name="Officer">A <c>sub</c>; empty: whoever of them answers.</param>
public sealed record AssignConsultation(StaffMember Staff, string Number, string Officer);

/// <summary>Hands a question to the agency that can answer it; the person goes on waiting and is not asked again.</summary>
public sealed record ReferConsultation(StaffMember Staff, string Number, string Agency);

internal sealed class AnswerConsultationHandler(
    IDbContextFactory<RegencyDbContext> contexts, ConsultationViews views, TellAsker tell, SeatedOfficers seated, RegencySecrets secrets, IServiceCatalog catalog, OutboxSignal signal, CurrentRegency current,
    IDatabaseEngine engine, TimeProvider clock)
    : IUseCase<AnswerConsultation, ConsultationView>, IUseCase<AssignConsultation, ConsultationView>, IUseCase<ReferConsultation, ConsultationView>
{
    public async Task<Outcome<ConsultationView>> HandleAsync(AnswerConsultation input, CancellationToken ct)
    {
        if (AskOfficeHandler.FaultOf(input.Text) is { } fault) return fault;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, input.Staff, input.Number, ct) is not { } talk) return Problems.Unknown;
        if (talk.Officer.Length > 0 && talk.Officer != input.Staff.Sub) return Problems.OthersHand;
        talk.Reply(input.Staff.Sub, secrets.SealReason(input.Text.Trim()), Now);
        var queued = await tell.AddAsync(db, talk, NoticeEvent.QuestionAnswered, ct);
        if (await AskOfficeHandler.SaveAsync(db, engine, ct) is { } stale) return stale;
        if (queued) signal.Raise(current.Value.Code);
        return await views.OfAsync(db, talk, true, ct);
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(AssignConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, input.Staff, input.Number, ct) is not { } talk) return Problems.Unknown;
        if (input.Officer.Length > 0 && !await seated.IsAsync(input.Officer, talk.Agency, ct)) return Problems.Field("/officer", "Pilih petugas instansi ini yang bertugas hari ini, atau kosongkan.");
        // Saving what is so already tells nobody anything.
        if (input.Officer == (talk.Officer ?? "")) return await views.OfAsync(db, talk, true, ct);
        talk.Assign(input.Officer);
        return await MoveAsync(db, talk, input.Staff, "consultation-assigned", input.Officer, ct);
    }

    public async Task<Outcome<ConsultationView>> HandleAsync(ReferConsultation input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, input.Staff, input.Number, ct) is not { } talk) return Problems.Unknown;
        if (input.Agency == talk.Agency || !SeatRules.Agencies(catalog).Contains(input.Agency)) return Problems.Field("/agency", "Pilih instansi lain dari daftar.");
        talk.Refer(input.Agency);
        return await MoveAsync(db, talk, input.Staff, "consultation-referred", input.Agency, ct);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task<Consultation?> FindAsync(RegencyDbContext db, StaffMember staff, string number, CancellationToken ct) =>
        await ReadConsultationHandler.LoadAsync(db, number, ct) is { } talk && ReadConsultationHandler.AgenciesOf(staff).Contains(talk.Agency) ? talk : null;

    private async Task<Outcome<ConsultationView>> MoveAsync(RegencyDbContext db, Consultation talk, StaffMember staff, string action, string to, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await AuditTrail.AppendAsync(db, talk.Number, action, staff.Sub, JsonSerializer.Serialize(new { to }), Now, ct);
        if (await AskOfficeHandler.SaveAsync(db, engine, ct) is { } stale) return stale;
        await transaction.CommitAsync(ct);
        return await views.OfAsync(db, talk, true, ct);
    }
}
