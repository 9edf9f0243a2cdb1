using Microsoft.EntityFrameworkCore;
using MppDigital.National.Catalog;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>
/// Puts a file into the hands of an officer of one agency. A head may do it for any officer; an officer may take what nobody has, and hand on
/// what is theirs. An officer lent by another regency is seated here like anybody else.
/// </summary>
/// <param name="Agency">Code of an agency that has a stage of this service.</param>
/// <param name="To">The <c>sub</c> of somebody with a seat of that agency in force today.</param>
public sealed record AssignApplication(DeskRequest Desk, string Agency, string To);

internal sealed class AssignApplicationHandler(ApplicationDesk desk, IDbContextFactory<RegencyDbContext> contexts, CurrentRegency current, TimeProvider clock) : IUseCase<AssignApplication, OfficerView>
{
    public async Task<Outcome<OfficerView>> HandleAsync(AssignApplication input, CancellationToken ct)
    {
        var staff = input.Desk.Staff;
        var fits = await HasSeatAsync(input, ct);
        return await desk.ChangeAsync(
            input.Desk,
            service => StageOf(service, input.Agency) is null || staff.Seats.Any(s => s.Role is OfficerRole.Head or OfficerRole.Officer && (s.Agency.Length == 0 || s.Agency == input.Agency)),
            (application, service) =>
                StageOf(service, input.Agency) is null ? Problems.Field("/agency", "Pilih instansi yang punya langkah pada layanan ini.")
                : !fits ? Problems.Field("/to", "Pilih petugas instansi itu yang bertugas hari ini.")
                : !application.Status.IsOpen() ? Problems.IllegalMove
                : MayHandOn(staff, input, application) ? null : Problems.NotYoursToAssign,
            (application, now) => application.Assign(input.Agency, application.ClaimedBy is not null && ClaimingAgency(application, input.Agency), input.To, staff.Sub, now), ct);
    }

    private static bool MayHandOn(StaffMember staff, AssignApplication input, Application application)
    {
        if (staff.Seats.Any(s => s.Fits(OfficerRole.Head, input.Agency))) return true;
        var owner = application.Owners.FirstOrDefault(o => o.Agency == input.Agency)?.Sub;
        return owner is null ? input.To == staff.Sub : owner == staff.Sub;
    }

    private static bool ClaimingAgency(Application application, string agency) => application.StagesDone is [var claim, ..] && claim == $"claim@{agency}";

    private static WorkflowStep? StageOf(ServiceDefinition service, string agency) => ApplicationMoves.Stages(service).FirstOrDefault(s => s.Agency == agency && s.Role != WorkflowRole.Head);

    private async Task<bool> HasSeatAsync(AssignApplication input, CancellationToken ct)
    {
        var today = StaffDirectory.DayOf(clock.GetUtcNow().UtcDateTime, current.Value);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.Officers.AnyAsync(
            o => o.Sub == input.To && o.Agency == input.Agency && (o.Role == OfficerRole.Officer || o.Role == OfficerRole.Clerk) && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today), ct);
    }
}
