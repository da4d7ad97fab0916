package xiangbao.benchmarks.audit;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Chance that can be asked in any order: the same seed and the same words give the same number. */
record Chance(long seed) {
    Chance of(Object... words) {
        long hash = seed;
        for (char letter : Arrays.toString(words).toCharArray()) {
            hash = (hash ^ letter) * 0x100000001B3L;
        }
        hash = (hash ^ hash >>> 31) * 0x9E3779B97F4A7C15L;
        return new Chance(hash ^ hash >>> 29);
    }

    SplittableRandom random(Object... words) {
        return new SplittableRandom(of(words).seed);
    }

    double between(double least, double most, Object... words) {
        return least + (most - least) * random(words).nextDouble();
    }

    /** Both ends are possible. */
    int whole(int least, int most, Object... words) {
        return least >= most ? least : random(words).nextInt(least, most + 1);
    }

    boolean odds(double share, Object... words) {
        return random(words).nextDouble() < share;
    }

    /** Around one, by so much at most. */
    double about(double spread, Object... words) {
        return between(1 - spread, 1 + spread, words);
    }

    /** How often something happens that happens so often on average. */
    int times(double mean, Object... words) {
        SplittableRandom random = random(words);
        if (mean > 40) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return Math.max(0, count);
    }
}
