using System.Text.Json;
using MppDigital.Benchmarks.Load;
using MppDigital.Benchmarks.Report;
using MppDigital.Benchmarks.Running;

namespace MppDigital.Benchmarks.Rows;

/// <summary>Whether the time of an answer tells who has an account: known and unknown NIK in turns, one caller, nothing else running.</summary>
internal static class AnswerTimes
{
    private const int Rounds = 60;
    private const int PerPerson = 2;

    public static async Task<IReadOnlyList<Row>> MeasureAsync(ServerProcess server, string folder)
    {
        var demo = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "demo.json"))).RootElement;
        var known = demo.GetProperty("citizens").EnumerateArray().Select(c => c.GetProperty("nik").GetString()!).Skip(40).ToList();
        using var client = Loopback.Client(server.Port, 2);
        var forms = new LoginForms(client, server.Port);
        return
        [
            await CompareAsync("sign-in, wrong password: known against unknown NIK", nik => forms.SendAsync(nik, "bukan kata sandinya"), known),
            await CompareAsync("forgotten password: known against unknown NIK", forms.ForgetAsync, known),
        ];
    }

    private static async Task<Row> CompareAsync(string what, Func<string, Task<FormAnswer>> ask, List<string> known)
    {
        var (ofKnown, ofUnknown) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var nik = known[round / PerPerson % known.Count];
            // Same region and date, another serial: nobody has it.
            var stranger = nik[..12] + (8000 + round / PerPerson);
            // In turns and in turn first, so that neither side is always the one that finds everything warm.
            foreach (var isKnown in round % 2 == 0 ? (bool[])[true, false] : [false, true])
            {
                (isKnown ? ofKnown : ofUnknown).Add((await ask(isKnown ? nik : stranger)).Milliseconds);
            }
        }

        var difference = ofKnown.Median() - ofUnknown.Median();
        var spread = Math.Max(Spread(ofKnown), Spread(ofUnknown));
        return new Row(what, $"{Figures.Of(Math.Abs(difference), 2, "ms")} apart", "less than the answers' own spread", Math.Abs(difference) < spread,
            $"median {Figures.Of(ofKnown.Median(), 2, "ms")} for known, {Figures.Of(ofUnknown.Median(), 2, "ms")} for unknown, of {Rounds} each; half of all answers lie {Figures.Of(spread, 2, "ms")} apart");
    }

    /// <summary>From the first quarter to the third.</summary>
    private static double Spread(List<double> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count * 3 / 4] - sorted[sorted.Count / 4];
    }
}
