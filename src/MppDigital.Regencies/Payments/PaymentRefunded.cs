using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;

namespace MppDigital.Regencies.Payments;

/// <summary>Money went back to its payer; written with the change itself.</summary>
internal sealed record PaymentRefunded(Guid Payment)
{
    public const string Kind = "payment-refunded";

    public static void Note(DbContext db)
    {
        foreach (var payment in db.ChangeTracker.Entries<Payment>().Where(e => e.State == EntityState.Modified && e.Entity.State == PaymentState.Refunded && e.Property(p => p.State).OriginalValue != PaymentState.Refunded).Select(e => e.Entity).ToList())
        {
            var payload = JsonSerializer.Serialize(new PaymentRefunded(payment.Id));
            if (!db.ChangeTracker.Entries<OutboxRow>().Any(r => r.Entity.Kind == Kind && r.Entity.Payload == payload)) db.Add(new OutboxRow(Kind, payload, payment.RefundedAt!.Value));
        }
    }
}
