using MppDigital.National.Catalog;
using MppDigital.Regencies.Payments;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Applications.Fees;

/// <summary>Keeps an application and its bill at one, inside the caller's transaction; the caller reckons the deadline anew and saves.</summary>
internal static class FollowFee
{
    /// <summary>After anything that may make the fee owed, or that ends the application without its product.</summary>
    public static async Task OnAsync(RegencyDbContext db, Application application, ServiceDefinition service, DateTime now, CancellationToken ct)
    {
        if (application.FeeIdr is not { } fee || fee == 0) return;
        if (application.Status is ApplicationStatus.Withdrawn or ApplicationStatus.Refused)
        {
            await Bills.CloseAsync(db, application.Id, service.Fee.Refundable, now, ct);
            application.DropFee();
        }
        else if (IsReached(application, service) && !IsRaised(application))
        {
            application.OweFee(service.Fee.PausesClock, now);
            await Bills.ChargeAsync(db, application.Id, application.Number, application.Sub, application.Service, fee, now, ct);
        }
    }

    /// <summary>Paid, and not written down yet. A file that merely waits for its money is read without a transaction.</summary>
    public static async Task<bool> HasNewsAsync(RegencyDbContext db, Application application, CancellationToken ct) =>
        application.OwesSince is not null && await Bills.PaidAtAsync(db, application.Id, ct) is not null;

    /// <summary>The truth is the bill's: when it was paid the application stops owing, at that instant.</summary>
    /// <returns>True when something was written.</returns>
    public static async Task<bool> SettleAsync(RegencyDbContext db, Application application, CancellationToken ct)
    {
        if (application.OwesSince is null || await Bills.PaidAtAsync(db, application.Id, ct) is not { } paid) return false;
        application.SettleFee(paid);
        return true;
    }

    /// <summary>A correction made the fee another. What was paid counts; what is missing is owed, what is too much goes back.</summary>
    public static async Task ChangeAsync(RegencyDbContext db, Application application, ServiceDefinition service, FeeAssessment fee, byte[] stored, DateTime now, CancellationToken ct)
    {
        var before = application.FeeIdr;
        application.Assess(fee.AmountIdr, stored);
        if (!IsRaised(application) || before == fee.AmountIdr) return;
        var bill = await Bills.ChargeAsync(db, application.Id, application.Number, application.Sub, application.Service, fee.AmountIdr, now, ct);
        if (bill.OwedIdr > 0 && application.OwesSince is null) application.OweFee(service.Fee.PausesClock, now);
        else if (bill.OwedIdr == 0 && application.OwesSince is not null) application.SettleFee(now);
    }

    /// <summary>A move that waits until nothing is owed.</summary>
    public static bool Bars(Move move, Application application, ServiceDefinition service) => application.OwesSince is not null && service.Fee.Due switch
    {
        FeeDue.BeforeWork => move is not (Move.Complete or Move.Return or Move.Refuse),
        FeeDue.BeforeDecision => move is Move.Approve,
        _ => false,
    };

    private static bool IsReached(Application application, ServiceDefinition service) =>
        service.Fee.Due == FeeDue.BeforeHandover ? application.Status is ApplicationStatus.Approved or ApplicationStatus.Issued : application.CompleteAt is not null && (application.Status.IsOpen() || application.Deemed);

    private static bool IsRaised(Application application) => application.Events.Any(e => e.Kind == "fee-due");
}
