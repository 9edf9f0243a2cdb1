using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Tenancy;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Officers;

/// <summary>What every change of the staff has in common: the day, the chain, the last admin, and forgetting at once what was remembered.</summary>
internal sealed class StaffBook(CurrentRegency current, StaffDirectory directory, TimeProvider clock)
{
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public DateOnly Today => StaffDirectory.DayOf(Now, current.Value);

    /// <summary>Inside the transaction of the change. Whoever comes here second waits for the first one's commit and sees what it did.</summary>
    /// <param name="subject">A <c>sub</c> or the id of an invitation.</param>
    public Task RecordAsync(RegencyDbContext db, string subject, string action, string actor, object detail, CancellationToken ct) =>
        AuditTrail.AppendAsync(db, subject, action, actor, JsonSerializer.Serialize(detail, JsonSerializerOptions.Web), Now, ct);

    /// <summary>Somebody must be left who can invite.</summary>
    public async Task<bool> LeavesNoAdminAsync(RegencyDbContext db, Officer leaving, CancellationToken ct)
    {
        if (leaving.Role != OfficerRole.Admin) return false;
        var (today, id) = (Today, leaving.Id);
        return !await db.Officers.AnyAsync(o => o.Id != id && o.Role == OfficerRole.Admin && (o.From == null || o.From <= today) && (o.Until == null || o.Until >= today), ct);
    }

    /// <summary>On this node; the others forget within <see cref="StaffDirectory.Remembered"/>.</summary>
    public void Forget(string sub) => directory.Forget(sub);
}
