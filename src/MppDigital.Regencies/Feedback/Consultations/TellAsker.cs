using MppDigital.National.Catalog;
using MppDigital.Regencies.Notifications;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Consultations;

/// <summary>Tells whoever asked that the question came in or was answered; what was written stands on the page alone.</summary>
internal sealed class TellAsker(WriteNotice notices, IServiceCatalog catalog)
{
    /// <summary>Of the last message, inside the caller's transaction; the caller saves.</summary>
    /// <returns>True when something is to be sent.</returns>
    public Task<bool> AddAsync(RegencyDbContext db, Consultation talk, NoticeEvent what, CancellationToken ct)
    {
        var service = catalog.Find(talk.Service)?.Definition;
        var facts = new NoticeFacts(talk.Number, talk.Service, service?.NameId ?? talk.Service, service?.NameEn ?? talk.Service, $"/konsultasi/{talk.Number}");
        var isNew = what == NoticeEvent.QuestionReceived;
        return notices.AddAsync(db, new Notice($"question-{talk.Messages[^1].Id:N}", what, talk.Sub, isNew ? NoticeWeight.News : NoticeWeight.Needed, facts) { Urgent = isNew }, ct);
    }
}
