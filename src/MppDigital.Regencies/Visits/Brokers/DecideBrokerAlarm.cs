using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Audit;
using MppDigital.Platform.Events;
using MppDigital.Platform.Identification;
using MppDigital.Platform.Tenancy;
using MppDigital.Platform.UseCases;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Visits.Brokers;

/// <summary>A person decides what the rules only suspect. With reason, written down in the chain of events; the reason itself is encrypted.</summary>
public sealed record DecideBrokerAlarm(StaffMember Staff, Guid Id, AlarmVerdict? Verdict, string Reason)
{
    /// <summary>Without what was written: inputs of use cases end up in logs.</summary>
    public override string ToString() => $"verdict on {Id}";
}

public enum AlarmVerdict
{
    /// <summary>Was honest.</summary>
    Dismiss,

    /// <summary>The hand cannot book online for a while.</summary>
    Confirm,

    /// <summary>The explanation is believed: the block ends at once.</summary>
    Lift,

    /// <summary>It is not: the block ends on its day.</summary>
    Uphold,
}

internal sealed class DecideBrokerAlarmHandler(IDbContextFactory<RegencyDbContext> contexts, RegencySecrets secrets, OutboxSignal signal, CurrentRegency current, TimeProvider clock) : IUseCase<DecideBrokerAlarm, Done>
{
    public const int LeastReason = 10;
    public const int LongestReason = 500;

    public async Task<Outcome<Done>> HandleAsync(DecideBrokerAlarm input, CancellationToken ct)
    {
        var staff = input.Staff;
        if (!staff.Is(OfficerRole.Admin) && !staff.Is(OfficerRole.Head)) return BrokerProblems.WrongRole;
        if (input.Verdict is not { } verdict || !Enum.IsDefined(verdict)) return BrokerProblems.Verdict;
        var reason = input.Reason.Trim();
        if (reason.Length is < LeastReason or > LongestReason || !UnicodeText.IsPlain(reason.ReplaceLineEndings(" "))) return BrokerProblems.Reason(LeastReason, LongestReason);
        var now = clock.GetUtcNow().UtcDateTime;
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The chain's lock first: of two who decide at once the second finds it decided.
        await AuditTrail.AppendAsync(db, input.Id.ToString("N"), $"broker-alarm-{verdict.ToString().ToLowerInvariant()}", staff.Sub, "{}", now, ct);
        var alarm = await db.BrokerAlarms.SingleOrDefaultAsync(a => a.Id == input.Id, ct);
        // What concerns staff is the head's, and never of the person concerned: to everybody else there is no such alarm.
        if (alarm is null || (alarm.OfficerSub.Length > 0 && (!staff.Is(OfficerRole.Head) || alarm.OfficerSub == staff.Sub))) return BrokerProblems.Unknown;
        if (!await ApplyAsync(db, alarm, verdict, staff.Sub, secrets.SealReason(reason), now, ct)) return BrokerProblems.Decided;
        if (alarm.OfficerSub.Length > 0) db.Outbox.Add(SendBrokerReport.Row(alarm.Id, now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Raise(current.Value.Code);
        return default(Done);
    }

    private async Task<bool> ApplyAsync(RegencyDbContext db, BrokerAlarm alarm, AlarmVerdict verdict, string by, byte[] reason, DateTime now, CancellationToken ct)
    {
        if (verdict is AlarmVerdict.Dismiss or AlarmVerdict.Confirm)
        {
            if (alarm.State != AlarmState.Open) return false;
            if (verdict == AlarmVerdict.Dismiss) alarm.Dismiss(by, reason, now);
            else alarm.Confirm(by, reason, HandBlocks.CanBlock(alarm.Kind) ? DateOnly.FromDateTime(current.Value.At(now).Date).AddDays(BrokerThresholds.BlockDays) : null, now);
            return true;
        }

        var appeals = await db.VisitAppeals.Where(a => a.Alarm == alarm.Id && a.AnsweredAt == null).ToListAsync(ct);
        if (alarm.State != AlarmState.Confirmed || appeals.Count == 0) return false;
        foreach (var appeal in appeals) appeal.Decide(verdict == AlarmVerdict.Lift, reason, by, now);
        if (verdict == AlarmVerdict.Lift) alarm.Lift();
        return true;
    }
}
