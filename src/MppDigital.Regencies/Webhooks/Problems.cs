using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Webhooks;

/// <summary>Every refusal that a webhook can meet.</summary>
internal static class Problems
{
    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Halaman ini milik admin daerah.") { DetailEn = "This belongs to the regency's admin." };

    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-webhook", "Webhook ini tidak ada di daerah ini. Lihat daftarnya.") { DetailEn = "There is no such webhook in this regency. Look at the list." };

    public static readonly Problem UnknownDelivery = new(ProblemKind.NotFound, "unknown-delivery", "Kiriman ini tidak ada dalam catatan webhook ini.") { DetailEn = "There is no such delivery in the log of this webhook." };

    public static readonly Problem UnknownAction = new(ProblemKind.Invalid, "unknown-action", "Pilih jeda, lanjut, hapus, atau kirim lagi.") { DetailEn = "Choose pause, resume, remove or send again." };

    public static readonly Problem TooManyWebhooks = new(ProblemKind.Conflict, "too-many-webhooks", $"Daerah ini sudah punya {AddWebhookHandler.MostWebhooks} webhook. Hapus yang tidak dipakai.") { DetailEn = "This regency has as many webhooks as it may. Remove one that is not used." };

    public static Problem Invalid(IReadOnlyDictionary<string, string[]> errors) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { DetailEn = "Some members need to be mended.", Errors = errors };
}
