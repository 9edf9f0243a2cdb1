using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Contacts;

internal static class Problems
{
    /// <summary>Null when every choice can be read.</summary>
    public static Problem? Unknown(ChooseChannels input)
    {
        var errors = new Dictionary<string, string[]>();
        foreach (var (field, choice) in ((string, ChannelChoice?)[])[("/email", input.ByEmail), ("/sms", input.BySms), ("/chat", input.ByChat)])
        {
            if (choice is null || !Enum.IsDefined(choice.Value)) errors[field] = ["Pilih off, needed, atau all."];
        }

        if (input.Language is not ("id" or "en")) errors["/language"] = ["Pilih id atau en."];
        return errors.Count == 0 ? null : new(ProblemKind.Invalid, "invalid-content", "Ada pilihan yang perlu diperbaiki.") { DetailEn = "Some choices need to be mended.", Errors = errors };
    }
}
