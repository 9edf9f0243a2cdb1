using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Feedback.Consultations;

internal static class Problems
{
    public static readonly Problem Unknown = new(ProblemKind.NotFound, "unknown-consultation", "Percakapan ini tidak ada di sini. Lihat daftar percakapan Anda.") { DetailEn = "There is no such conversation here. See the list of yours." };

    public static readonly Problem WrongRole = new(ProblemKind.Forbidden, "wrong-role", "Percakapan ini dijawab petugas instansi layanannya.") { DetailEn = "The officers of the service's agency answer this." };

    public static readonly Problem OthersHand = new(ProblemKind.Conflict, "in-other-hands", "Petugas lain memegang percakapan ini. Ambil alih dahulu, lalu jawab.") { DetailEn = "Another officer has this conversation. Take it over first, then answer." };

    public static readonly Problem Stale = new(ProblemKind.Conflict, "stale", "Ada pesan lain pada saat yang sama. Baca lagi percakapannya, lalu kirim lagi.") { DetailEn = "Another message came at the same moment. Read the conversation again, then send again." };

    public static readonly Problem TooMany = new(ProblemKind.TooMany, "too-many-messages", "Sudah 20 pesan hari ini. Tunggu jawaban, atau datang ke loket.") { DetailEn = "That is 20 messages today. Wait for the answer, or come to the counter.", RetryAfter = TimeSpan.FromHours(12) };

    public static Problem Field(string pointer, string text) => new(ProblemKind.Invalid, "invalid-content", "Ada isian yang perlu diperbaiki.") { Errors = new Dictionary<string, string[]> { [pointer] = [text] }, DetailEn = "Some answers need to be mended." };
}
