using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Events;
using MppDigital.Platform.Persistence;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>A person asks about a service or one of their applications.</summary>
/// <param name="Application">Their own application; empty for a question about the service.</param>
public sealed record AskOffice(string Sub, string Key, string Service, string Application, string Text)
{
    public override string ToString() => $"question about {Service}";
}

/// <summary>The person writes once more.</summary>
public sealed record WriteAgain(string Sub, string Number, string Text)
{
    public override string ToString() => $"message in {Number}";
}

public sealed record ConsultationStarted(string Number);

internal sealed class AskOfficeHandler(IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, Idempotency idempotency, RegencySecrets secrets, TellAsker tell, OutboxSignal signal, IDatabaseEngine engine, CurrentRegency current, TimeProvider clock)
    : IUseCase<AskOffice, ConsultationStarted>, IUseCase<WriteAgain, ConsultationStarted>
{
    public const int Least = 10;
    public const int Longest = 2000;

    private const int MostADay = 20;

    public async Task<Outcome<ConsultationStarted>> HandleAsync(AskOffice input, CancellationToken ct)
    {
        if (FaultOf(input.Text) is { } fault) return fault;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var service = input.Service;
        if (input.Application.Length > 0)
        {
            var filed = await db.Applications.AsNoTracking().Where(a => a.Number == input.Application && a.Sub == input.Sub).Select(a => a.Service).SingleOrDefaultAsync(ct);
            if (filed is null) return Problems.Field("/application", "Pilih salah satu permohonan Anda, atau kosongkan.");
            service = filed;
        }

        if (catalog.Find(service) is not { Definition: var definition }) return Problems.Field("/service", "Pilih layanan dari daftar.");
        var now = clock.GetUtcNow().UtcDateTime;
        if (await IsTooMuchAsync(db, input.Sub, now, ct)) return Problems.TooMany;
        var body = secrets.Cipher.Lookup("consultation-body", string.Join('\n', service, input.Application, input.Text));
        if (await idempotency.FindAsync<ConsultationStarted>(db, input.Sub, input.Key, body, ct) is { } repeated) return repeated;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var year = current.Value.At(now).Year;
            var number = $"{current.Value.Code.Code4}-K{year % 100:00}-{await TakeNumber.NextAsync(db, $"consultation-{year}", ct):00000}";
            var talk = new Consultation(number, input.Sub, service, definition.Agency.Code, input.Application, now);
            talk.Ask(secrets.SealReason(input.Text.Trim()), now);
            db.Consultations.Add(talk);
            var started = new ConsultationStarted(number);
            idempotency.Keep(db, input.Sub, input.Key, body, started, now);
            var queued = await tell.AddAsync(db, talk, NoticeEvent.QuestionReceived, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            if (queued) signal.Raise(current.Value.Code);
            return started;
        }
        catch (DbUpdateException e) when (engine.IsDuplicate(e))
        {
            // Lost a race against the same key, whose answer counts.
            await transaction.RollbackAsync(ct);
            db.ChangeTracker.Clear();
            if (await idempotency.FindAsync<ConsultationStarted>(db, input.Sub, input.Key, body, ct) is { } winner) return winner;
            throw;
        }
    }

    public async Task<Outcome<ConsultationStarted>> HandleAsync(WriteAgain input, CancellationToken ct)
    {
        if (FaultOf(input.Text) is { } fault) return fault;
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await db.Consultations.Include(c => c.Messages.OrderBy(m => m.Sequence)).SingleOrDefaultAsync(c => c.Number == input.Number && c.Sub == input.Sub, ct) is not { } talk) return Problems.Unknown;
        var now = clock.GetUtcNow().UtcDateTime;
        if (await IsTooMuchAsync(db, input.Sub, now, ct)) return Problems.TooMany;
        talk.Ask(secrets.SealReason(input.Text.Trim()), now);
        return await SaveAsync(db, engine, ct) is { } stale ? stale : new ConsultationStarted(talk.Number);
    }

    /// <returns>Null when it is stored.</returns>
    internal static async Task<Problem?> SaveAsync(RegencyDbContext db, IDatabaseEngine engine, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || engine.IsDuplicate(e))
        {
            return Problems.Stale;
        }
    }

    internal static Problem? FaultOf(string text) => PlainWords.Fit(text, Least, Longest) ? null : Problems.Field("/text", $"Tulis pesan {Least} sampai {Longest} huruf.");

    private static async Task<bool> IsTooMuchAsync(RegencyDbContext db, string sub, DateTime now, CancellationToken ct)
    {
        var since = now.AddDays(-1);
        return await db.Consultations.Where(c => c.Sub == sub && c.LastAt > since).SelectMany(c => c.Messages).CountAsync(m => m.At > since && m.Officer == "", ct) >= MostADay;
    }
}
