using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MppDigital.Platform.Events;

namespace MppDigital.Regencies.Applications;

/// <summary>
/// Something happened to an application that others are told of: people, and systems that asked for it. Written by the context itself with the
/// event, so that no use case can forget it and neither exists without the other.
/// </summary>
/// <param name="From">Place of the first new event in the life of the application.</param>
internal sealed record ApplicationChanged(Guid Application, int From, int To)
{
    public const string Kind = "application-changed";

    /// <summary>Steps inside the office are nobody else's business.</summary>
    private static readonly HashSet<string> Told =
        ["submitted", "completed", "returned", "corrected", "approved", "refused", "deemed", "issued", "withdrawn", "fee-due", "fee-paid", "warned-50", "warned-80", "warned-100"];

    public static bool Tells(ApplicationEvent happened) => Told.Contains(happened.Kind);

    /// <summary>One row for all that a save brings to one application.</summary>
    public static void Note(DbContext db)
    {
        foreach (var news in db.ChangeTracker.Entries<ApplicationEvent>().Where(e => e.State == EntityState.Added && Tells(e.Entity)).Select(e => e.Entity).GroupBy(e => e.ApplicationId).ToList())
        {
            var payload = JsonSerializer.Serialize(new ApplicationChanged(news.Key, news.Min(e => e.Sequence), news.Max(e => e.Sequence)));
            // A save that failed is tried again with the same rows.
            if (db.ChangeTracker.Entries<OutboxRow>().Any(r => r.Entity.Kind == Kind && r.Entity.Payload == payload)) continue;
            db.Add(new OutboxRow(Kind, payload, news.Max(e => e.At)));
        }
    }
}
