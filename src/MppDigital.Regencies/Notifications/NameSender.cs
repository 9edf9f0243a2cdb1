using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Notifications;

/// <summary>How the regency names itself in front of an e-mail address and to the gateway.</summary>
/// <param name="Name">Empty for the usual "MPP" and the regency's name.</param>
public sealed record NameSender(StaffMember Staff, string Name);

internal sealed class NameSenderHandler(IDbContextFactory<RegencyDbContext> contexts, TimeProvider clock) : IUseCase<NameSender, Done>
{
    private const int Longest = 60;

    public async Task<Outcome<Done>> HandleAsync(NameSender input, CancellationToken ct)
    {
        if (!input.Staff.Is(OfficerRole.Admin)) return Problems.WrongRole;
        var name = input.Name.Trim();
        // Letters of the phone's own alphabet, without what could break out of a mail header.
        if (name.Length > Longest || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '.' or '-'))
            return Problems.Invalid(new Dictionary<string, string[]> { ["/senderName"] = [$"Tulis paling banyak {Longest} huruf, angka, spasi, titik atau tanda hubung."] });
        await using var db = await contexts.CreateDbContextAsync(ct);
        var named = await db.NoticeSettings.AsNoTracking().Select(s => s.SenderName).SingleOrDefaultAsync(ct) ?? "";
        if (named == name) return default(Done);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var settings = await db.NoticeSettings.SingleOrDefaultAsync(ct) ?? db.NoticeSettings.Add(new NoticeSettings { Id = Guid.Empty }).Entity;
        var now = clock.GetUtcNow().UtcDateTime;
        (settings.SenderName, settings.ChangedAt) = (name, now);
        await AuditTrail.AppendAsync(db, "messages", "sender-named", input.Staff.Sub, "{}", now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return default(Done);
    }
}
