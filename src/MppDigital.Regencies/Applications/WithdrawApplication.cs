using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications.Fees;
using MppDigital.Regencies.Applications.Handoffs;
using MppDigital.Regencies.Applications.Office;
using MppDigital.Regencies.Calendar;
using MppDigital.Regencies.Figures;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>The citizen takes the application back while nobody has decided.</summary>
/// <param name="By">Whoever acts for the applicant; null where the applicant does.</param>
public sealed record WithdrawApplication(string Sub, string Number, ActedBy? By = null);

internal sealed class WithdrawApplicationHandler(
    IDbContextFactory<RegencyDbContext> contexts, IServiceCatalog catalog, GrantByLaw law, LegalDates dates, ApplicationViews views, OutboxSignal signal, CurrentRegency current, TimeProvider clock)
    : IUseCase<WithdrawApplication, ApplicationView>
{
    public async Task<Outcome<ApplicationView>> HandleAsync(WithdrawApplication input, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await ApplicationDesk.LoadAsync(db, input.Number, ct) is not { } application || application.Sub != input.Sub) return Problems.UnknownApplication;
        var now = clock.GetUtcNow().UtcDateTime;
        var service = catalog.Find(application.Service, application.CatalogVersion)!.Definition;
        var granted = await law.ApplyAsync(db, application, service, now, ct);
        if (!granted)
        {
            if (!ApplicationMoves.MayWithdraw(application)) return Problems.IllegalMove;
            application.Withdraw(now, input.By?.Sub);
            await FollowFee.OnAsync(db, application, service, now, ct);
            if (!service.DecidedHere) db.Outbox.Add(PassOn.RowFor(application, now));
            await AuditTrail.AppendAsync(db, application.Number, "application-withdrawn", input.By?.Sub ?? input.Sub, ActingDetail.Of(input.By?.Mandate), now, ct);
            await RaiseFigures.ByAsync(db, 0, 0, 0, 0, ct);
            if (input.By is { } by) db.Outbox.Add(TellMandateUse.Row(by.Mandate, application.Number, application.Service, "withdrawn", now));
            db.Outbox.Add(new OutboxRow(SendFigures.Kind, "{}", now));
        }

        try
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problems.IllegalMove;
        }

        signal.Raise(current.Value.Code);
        return granted ? Problems.GrantedByLaw : views.Of(application, service.NameId, await dates.CalendarAsync(db, ct));
    }
}
