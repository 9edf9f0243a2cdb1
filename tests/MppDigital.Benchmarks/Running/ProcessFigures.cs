using System.Globalization;

namespace MppDigital.Benchmarks.Running;

/// <summary>What the kernel tells of a process.</summary>
internal static class ProcessFigures
{
    private const double TicksPerSecond = 100;

    /// <summary>User and system time of all its threads.</summary>
    public static double CpuSeconds(int pid)
    {
        // The second field is the name in brackets and may hold spaces; counting begins behind it.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (double.Parse(fields[11], CultureInfo.InvariantCulture) + double.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    public static double ResidentMegabytes(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(l => l.StartsWith("VmRSS:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Open files whose name begins so.</summary>
    public static int OpenFiles(int pid, string namePrefix) =>
        new DirectoryInfo($"/proc/{pid}/fd").EnumerateFileSystemInfos().Count(f => Path.GetFileName(f.LinkTarget ?? "").StartsWith(namePrefix, StringComparison.Ordinal));
}
